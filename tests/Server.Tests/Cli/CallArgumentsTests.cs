using System.Text;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.Cli;

/// <summary>The ways to write a tool's arguments on a command line.</summary>
public sealed class CallArgumentsTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"list":"Ideas","name":"a = b"}""", "list=Ideas", "name=a = b")]
    [InlineData("""{"name":""}""", "name=")]
    [InlineData("""{"name":"x:=1"}""", "name=x:=1")]
    [InlineData("""{"limit":3,"list":"3"}""", "limit:=3", "list=3")]
    [InlineData("""{"tags":["a","b"],"limit":1}""", "tags=a", "limit:=1", "tags=b")]
    [InlineData("""{"fields":["name",2]}""", "fields:=[\"name\",2]")]
    [InlineData("""{"ids":[1,"2"]}""", "ids:=1", "ids=2")]
    [InlineData("""{"name":"\u0022\n"}""", "name=\"\n")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    public void Words_become_one_JSON_object(string expected, params string[] words) =>
        Encoding.UTF8.GetString(Read(words)).ShouldBe(expected);

    [Theory]
    [InlineData("\"nope\" is no argument", "nope")]
    [InlineData("\"=x\" is no argument", "=x")]
    [InlineData("\":=1\" is no argument", ":=1")]
    [InlineData("\"a b=1\" is no argument", "a b=1")]
    [InlineData("\"{}\" is no argument", "{}", "a=1")]
    [InlineData("\"@file\" is no argument", "a=1", "@file")]
    [InlineData("What follows a:= is not valid JSON", "a:=[")]
    [InlineData("What follows a:= is not valid JSON", "a:=1 2")]
    [InlineData("What follows a:= is not valid JSON", "a:=1,\"b\":2")]
    [InlineData("is not valid JSON (line 1, column 2)", "{")]
    [InlineData("a file that can be read", "@/nowhere")]
    public void What_is_no_argument_is_said(string problem, params string[] words) =>
        Should.Throw<OptionsException>(() => Read(words)).Message.ShouldContain(problem);

    [Fact]
    public void They_come_from_a_file_or_from_standard_input()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, """{"a":1}""");

        Encoding.UTF8.GetString(Read([$"@{file}"])).ShouldBe("""{"a":1}""");
        Encoding.UTF8.GetString(Read(["-"], """{"b":2}""")).ShouldBe("""{"b":2}""");
        Should.Throw<OptionsException>(() => Read(["-"], "[1]")).Message.ShouldContain("must be a JSON object");
        File.Delete(file);
    }

    private static byte[] Read(string[] words, string input = "") =>
        CallArguments.Read(words, new Lazy<Stream>(() => new MemoryStream(Encoding.UTF8.GetBytes(input))));
}
