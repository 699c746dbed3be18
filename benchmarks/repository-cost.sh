#!/bin/bash
# repository-cost.sh - what the CIM server's answers cost for each thing in them, with 100, 1,000 and 10,000 simulated virtual systems
# and a tenth as many jobs: constant if the ratio of the largest to the smallest stays near one. The exit code is 0 if none is above 3.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build benchmarks/RepositoryCost -nologo -v quiet -c Release -clp:ErrorsOnly
dotnet benchmarks/RepositoryCost/bin/Release/net10.0/RepositoryCost.dll
