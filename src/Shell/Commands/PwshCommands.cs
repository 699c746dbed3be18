using System;
using System.Collections.Frozen;
using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>The names that people know from pwsh and that vsm does not have; calling one is answered, none is listed by Get-Command.</summary>
internal static class PwshCommands
{
    /// <summary>What the modules that come with PowerShell 7.6 export, on Windows or elsewhere, without what vsm has of its own.</summary>
    private const string Names =
        """
        Add-Member Add-Type Clear-Variable Compare-Object ConvertFrom-CliXml ConvertFrom-Csv ConvertFrom-Json ConvertFrom-Markdown
        ConvertFrom-SddlString ConvertFrom-StringData ConvertTo-CliXml ConvertTo-Csv ConvertTo-Html ConvertTo-Json ConvertTo-Xml
        Debug-Runspace Disable-PSBreakpoint Disable-RunspaceDebug Enable-PSBreakpoint Enable-RunspaceDebug Export-Alias Export-Clixml
        Export-Csv Export-FormatData Export-PSSession Format-Custom Format-Hex Format-List Format-Table Format-Wide Get-Alias Get-Culture
        Get-Date Get-Error Get-Event Get-EventSubscriber Get-FileHash Get-FormatData Get-Host Get-MarkdownOption Get-Member
        Get-PSBreakpoint Get-PSCallStack Get-Random Get-Runspace Get-RunspaceDebug Get-SecureRandom Get-TraceSource Get-TypeData
        Get-UICulture Get-Unique Get-Uptime Get-Variable Get-Verb Group-Object Import-Alias Import-Clixml Import-LocalizedData
        Import-PowerShellDataFile Import-PSSession Invoke-Expression Invoke-RestMethod Invoke-WebRequest Join-String Measure-Command
        Measure-Object New-Alias New-Event New-Guid New-Object New-TemporaryFile New-TimeSpan New-Variable Out-File Out-GridView
        Out-Printer Out-String Read-Host Register-EngineEvent Register-ObjectEvent Remove-Alias Remove-Event Remove-PSBreakpoint
        Remove-TypeData Remove-Variable Select-String Select-Xml Send-MailMessage Set-Alias Set-Date Set-MarkdownOption Set-PSBreakpoint
        Set-TraceSource Set-Variable Show-Command Show-Markdown Tee-Object Test-Json Trace-Command Unblock-File Unregister-Event
        Update-FormatData Update-List Update-TypeData Wait-Debugger Wait-Event Write-Debug Write-Information Write-Progress

        Add-Content Clear-Content Clear-Item Clear-ItemProperty Clear-RecycleBin Convert-Path Copy-Item Copy-ItemProperty Debug-Process
        Get-ChildItem Get-Clipboard Get-ComputerInfo Get-Content Get-HotFix Get-Item Get-ItemProperty Get-ItemPropertyValue Get-Location
        Get-Process Get-PSDrive Get-PSProvider Get-Service Get-TimeZone Invoke-Item Join-Path Move-Item Move-ItemProperty New-Item
        New-ItemProperty New-PSDrive New-Service Pop-Location Push-Location Remove-Item Remove-ItemProperty Remove-PSDrive Remove-Service
        Rename-Computer Rename-Item Rename-ItemProperty Resolve-Path Restart-Computer Restart-Service Resume-Service Set-Clipboard
        Set-Content Set-Item Set-ItemProperty Set-Location Set-Service Set-TimeZone Split-Path Start-Process Start-Service Stop-Computer
        Stop-Process Stop-Service Suspend-Service Test-Connection Test-Path Wait-Process

        ConvertFrom-SecureString ConvertTo-SecureString Get-Acl Get-AuthenticodeSignature Get-CmsMessage Get-Credential
        Get-ExecutionPolicy Get-PfxCertificate New-FileCatalog Protect-CmsMessage Set-Acl Set-AuthenticodeSignature Set-ExecutionPolicy
        Test-FileCatalog Unprotect-CmsMessage Start-Transcript Stop-Transcript

        Get-Counter Get-WinEvent New-WinEvent Connect-WSMan Disconnect-WSMan Get-WSManInstance Invoke-WSManAction New-WSManInstance
        Remove-WSManInstance Set-WSManInstance Test-WSMan
        Get-CimAssociatedInstance Get-CimClass Get-CimInstance Get-CimSession Invoke-CimMethod New-CimInstance New-CimSession
        New-CimSessionOption Register-CimIndicationEvent Remove-CimInstance Remove-CimSession Set-CimInstance

        Compress-Archive Expand-Archive Start-ThreadJob Find-Module Install-Module Update-Module Uninstall-Module Get-InstalledModule
        Find-PSResource Install-PSResource Update-PSResource Get-PSReadLineOption Set-PSReadLineOption Set-PSReadLineKeyHandler
        """;

    private static readonly Lazy<FrozenSet<string>> s_names = new(() =>
        Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a name is one of pwsh's that vsm does not have.</summary>
    public static bool Contains(string name) => s_names.Value.Contains(name);

    /// <summary>From now on calls of these names get the answer that they come with pwsh.</summary>
    public static void AnswerFor(CommandInvocationIntrinsics commands) => commands.CommandNotFoundAction = (_, lookup) =>
    {
        if (Contains(lookup.CommandName))
        {
            lookup.Command = new CmdletInfo(lookup.CommandName, typeof(ComesWithPwshCommand));
        }
    };
}
