using System.Text;
using System.Text.Json;
using ClickUpMcp.Cli.Clients;

namespace ClickUpMcp.Tests.Cli.Clients;

/// <summary>The entry is taken out wherever a person has put it, and what is left is still read.</summary>
public sealed class ServerListTests
{
    private static readonly ServerEntry Entry = new("/c", []);

    [Theory]
    [InlineData("""{"s":{"a":1,"clickup":{}}}""", """{"s":{"a":1}}""")]
    [InlineData("""{"s":{"clickup":{},"a":1}}""", """{"s":{"a":1}}""")]
    [InlineData("""{"s":{"a":1,"clickup":{},"b":2}}""", """{"s":{"a":1,"b":2}}""")]
    [InlineData("""{"s":{"a":1,"clickup":{},}}""", """{"s":{"a":1,}}""")]
    [InlineData(
        """{"s":{"a":1 /* x */ , /* y */ "clickup":{} /* z */ }}""",
        """{"s":{"a":1 /* x */  /* y */  /* z */ }}"""
    )]
    [InlineData("{\"s\":{ // x\n\"clickup\":{}, \"a\":1}}", "{\"s\":{ // x\n \"a\":1}}")]
    [InlineData("{\"s\":{\"clickup\":{} // x\n, \"a\":1}}", "{\"s\":{ // x\n \"a\":1}}")]
    [InlineData("""{"s":{"clickup":{}}}""", "{}")]
    [InlineData("""{"a":1,"s":{"clickup":{}},"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"s":{"clickup":{}},"b":2}""", """{"b":2}""")]
    [InlineData("""{"a":1,"s":{"clickup":{}}}""", """{"a":1}""")]
    public void JSON(string file, string rest)
    {
        string left = Encoding.UTF8.GetString(
            new JsonServerList("s", isTyped: false).Without(Encoding.UTF8.GetBytes(file))!
        );

        left.ShouldBe(rest);
        JsonDocument
            .Parse(
                left,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            )
            .Dispose();
    }

    [Theory]
    [InlineData("[s.clickup]\na = 1\n[s.clickup.env]\nb = 2\n\n[t]\n", "\n[t]\n")]
    [InlineData("[s.clickup]\na = 1\n# of t\n[t]\n[s.clickup.env]\nc = 3\n", "# of t\n[t]\n")]
    [InlineData("[s . \"clickup\"]\na = \"\"\"\n[t]\"\"\"\n[t]\n", "[t]\n")]
    [InlineData("a = 1\n\n[s.clickup]", "a = 1\n")]
    public void TOML(string file, string rest)
    {
        TomlServerList list = new("s");

        Encoding.UTF8.GetString(list.Without(Encoding.UTF8.GetBytes(file))!).ShouldBe(rest);
        Encoding.UTF8.GetString(list.Without(list.With(Encoding.UTF8.GetBytes(file), Entry))!).ShouldBe(rest);
    }

    [Fact]
    public void A_path_of_Windows_is_written_so_that_it_is_read_back()
    {
        ServerEntry entry = new(@"C:\Tools\a ""b"".exe", []);

        new TomlServerList("s").Print(entry).ShouldBe("[s.clickup]\ncommand = \"C:\\\\Tools\\\\a \\\"b\\\".exe\"");
        JsonElement
            .Parse(new JsonServerList("s", isTyped: false).Print(entry))
            .GetProperty("s")
            .GetProperty("clickup")
            .GetProperty("command")
            .GetString()
            .ShouldBe(entry.Command);
    }
}
