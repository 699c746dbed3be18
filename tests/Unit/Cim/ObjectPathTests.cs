using System;
using System.Linq;
using CsCheck;
using VsMigration.Cim;
using Xunit;

namespace VsMigration.Tests.Cim;

/// <summary>The two textual forms of an object path: DSP0004's and DSP0207's.</summary>
public sealed class ObjectPathTests
{
    private static readonly Gen<CimObjectPath> s_paths = CimGen.Path.Where(Same.HasDifferentClasses);

    [Fact]
    public void A_path_comes_back_from_text_to_the_letter_where_its_classes_are_known() =>
        s_paths.Sample(path => Same.Path(path, ObjectPathText.Parse(ObjectPathText.Write(path), Same.ClassesOf(path))), print: path => path.ToString());

    [Fact]
    public void A_path_comes_back_from_a_URI_to_the_letter_where_its_classes_are_known() =>
        s_paths.Sample(path => Same.Path(path, ObjectPathUri.Parse(ObjectPathUri.Write(path), Same.ClassesOf(path))), print: path => path.ToString());

    [Fact]
    public void A_path_without_references_names_the_same_instance_when_it_comes_back_without_a_schema() =>
        // A real32 comes back as a real64, whose digits may be others.
        CimGen.Path.Where(path => path.Keys.All(key => key.Type is not (CimType.Reference or CimType.Real32))).Sample(path =>
        {
            foreach (var read in new[] { ObjectPathText.Parse(ObjectPathText.Write(path)), ObjectPathUri.Parse(ObjectPathUri.Write(path, "https")) })
            {
                Assert.Equal(path, read);
                Assert.Equal(path.GetHashCode(), read.GetHashCode());
                Assert.Equal(path.Host, read.Host);
            }
        });

    [Fact]
    public void A_URI_is_of_printable_ASCII() =>
        CimGen.Path.Sample(path => ObjectPathUri.Write(path).All(c => c is > ' ' and < '\u007f'));

    [Fact]
    public void A_text_comes_back_whatever_is_in_its_keys() =>
        CimGen.AnyText.Sample(text => (string)ObjectPathText.Parse(ObjectPathText.Write(Path("K", text)))["K"]! == text);

    [Fact]
    public void Whatever_it_is_given_a_reader_answers_with_a_path_or_a_FormatException()
    {
        var pieces = Gen.OneOf("//", "h", ":", "root/cimv2", "CIM_X", ".", "K", "=", "\"", "\\", "'", ",", "7", "0x", "TRUE", "%", "%C3", "%00", " ", "-", "e9", "\ud800");
        Gen.OneOf(pieces.Array[0, 15].Select(string.Concat), CimGen.AnyText).Sample(text =>
        {
            Read(() => ObjectPathText.Parse(text));
            Read(() => ObjectPathUri.Parse(text));
        });
    }

    [Fact]
    public void A_spoilt_path_is_a_path_or_a_FormatException() =>
        Gen.Select(CimGen.Path, Gen.Int[0, 1000], Gen.Char["\"\\=,.:/%'x"]).Sample((path, at, c) =>
        {
            string text = path.ToString();
            at %= text.Length;
            Read(() => ObjectPathText.Parse(text.Remove(at, 1), Same.ClassesOf(path)));
            Read(() => ObjectPathText.Parse(text.Insert(at, c.ToString()), Same.ClassesOf(path)));
        });

    [Theory]
    [InlineData("CIM_X.K=\"v\"", null, "")]
    [InlineData("root/cimv2:CIM_X.K=\"v\"", null, "root/cimv2")]
    [InlineData("/root/cimv2:CIM_X.K=\"v\"", null, "root/cimv2")]
    [InlineData("/:CIM_X.K=\"v\"", null, "")]
    [InlineData("//h/root/cimv2:CIM_X.K=\"v\"", "h", "root/cimv2")]
    [InlineData("//h:5989/root:CIM_X.K=\"v\"", "h:5989", "root")]
    [InlineData("https://[::1]:5989/root/cimv2:CIM_X.K=\"v\"", "[::1]:5989", "root/cimv2")]
    [InlineData("cimxml.wbem://h/root/cimv2:CIM_X.K=\"v\"", "h", "root/cimv2")]
    public void Host_and_namespace_may_be_there_or_be_implied(string text, string? host, string space)
    {
        var path = ObjectPathUri.Parse(text);

        Assert.Equal(host, path.Host);
        Assert.Equal(space, path.Namespace);
        Assert.Equal("CIM_X", path.ClassName);
        Assert.Equal("v", path["k"]);
    }

    [Theory]
    [InlineData("\"a\\\"b\\\\c\"", CimType.String, "a\"b\\c")]
    [InlineData("\"http://h/x:y.z=1\"", CimType.String, "http://h/x:y.z=1")]
    [InlineData("\"\\x41\\n\\'\"", CimType.String, "A\n'")]
    [InlineData("'x'", CimType.Char16, 'x')]
    [InlineData("'\\''", CimType.Char16, '\'')]
    [InlineData("true", CimType.Boolean, true)]
    [InlineData("FALSE", CimType.Boolean, false)]
    [InlineData("7", CimType.UInt64, 7UL)]
    [InlineData("18446744073709551615", CimType.UInt64, ulong.MaxValue)]
    [InlineData("-7", CimType.SInt64, -7L)]
    [InlineData("0x1F", CimType.UInt64, 31UL)]
    [InlineData("1.5E3", CimType.Real64, 1500.0)]
    public void A_key_says_by_its_form_what_it_is(string text, CimType type, object value)
    {
        var key = Assert.Single(ObjectPathText.Parse("CIM_X.K=" + text).Keys);

        Assert.Equal(type, key.Type);
        Assert.Equal(value, key.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("//host")]
    [InlineData("CIM_X.")]
    [InlineData("CIM_X.K")]
    [InlineData("CIM_X.K=")]
    [InlineData("CIM_X.K=\"v")]
    [InlineData("CIM_X.K=\"v\\")]
    [InlineData("CIM_X.K=\"\\q\"")]
    [InlineData("CIM_X.K=\"\\x\"")]
    [InlineData("CIM_X.K=\"v\"L=1")]
    [InlineData("CIM_X.K=1,")]
    [InlineData("CIM_X.K=1,k=2")]
    [InlineData("CIM_X.K=18446744073709551616")]
    [InlineData("CIM_X.K=-9223372036854775809")]
    [InlineData("CIM_X.K=NaN")]
    [InlineData("CIM_X.K=word")]
    [InlineData("CIM_X.K=''")]
    [InlineData("CIM_X.K='xy'")]
    [InlineData("9X.K=1")]
    [InlineData("a b:CIM_X.K=1")]
    [InlineData("/root:CIM_X.K=%22%FF%22")]
    public void What_is_no_path_is_refused(string text) => Assert.Throws<FormatException>(() => ObjectPathUri.Parse(text));

    [Fact]
    public void Half_a_surrogate_pair_has_no_URI() => Assert.Throws<FormatException>(() => ObjectPathUri.Write(Path("K", "\ud800")));

    [Fact]
    public void A_percent_sign_that_begins_no_code_stands_for_itself() => Assert.Equal("50% é %", ObjectPathUri.Parse("/:CIM_X.K=\"50% %C3%A9 %\"")["K"]);

    [Fact]
    public void Paths_in_each_other_without_end_are_refused()
    {
        var classes = (string _) => new CimClass { Name = "CIM_X", Properties = new[] { new CimPropertyDeclaration { Name = "K", Type = CimType.Reference, IsKey = true } } };
        var path = Path("K", "v");
        for (int i = 0; i < 8; i++)
        {
            path = new CimObjectPath("CIM_X", new[] { new CimProperty("K", CimType.String, path.ToString()) });
        }

        Assert.Throws<FormatException>(() => path.Typed(classes));
    }

    private static CimObjectPath Path(string key, string value) => new("CIM_X", new[] { new CimProperty(key, CimType.String, value) });

    private static void Read(Func<CimObjectPath> read)
    {
        try
        {
            read();
        }
        catch (FormatException)
        {
            // What else it may answer with.
        }
    }
}
