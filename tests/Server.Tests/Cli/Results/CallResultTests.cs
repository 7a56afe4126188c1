using System.Text.Json;
using ClickUpMcp.Cli;
using ClickUpMcp.Cli.Results;

namespace ClickUpMcp.Tests.Cli.Results;

/// <summary>A call from a shell gives what the shell can use: a table for the eye, columns for a pipe, or what is asked for.</summary>
public sealed class CallResultTests
{
    private static readonly string[] Ideas = ["call", "--sandbox", "list_tasks", "list=Ideas", "limit=3"];

    [Fact]
    public async Task Into_a_pipe_go_columns_separated_by_tabs_and_the_rest_to_the_error_stream()
    {
        CliRun run = await CliRun.RunAsync([.. Ideas, "fields=id", "fields=name", "fields=due"]);

        string[][] rows = [.. run.Output.TrimEnd('\n').Split('\n').Select(static line => line.Split('\t'))];
        rows.Length.ShouldBe(4);
        rows[0].ShouldBe(["id", "name", "due"]);
        rows.ShouldAllBe(static row => row.Length == 3);
        run.Error.ShouldContain("There are more: cursor=");
        run.Error.ShouldContain("Left out:");
    }

    [Theory]
    [InlineData("--format=csv", "id,name,due")]
    [InlineData("--format=tsv", "id\tname\tdue")]
    [InlineData("--format=text", "3 tasks, more: cursor=")]
    [InlineData("--format=json", "{\"count\":3,")]
    [InlineData("--format=table", "id         name")]
    public async Task A_format_can_be_asked_for(string flag, string start) =>
        (await CliRun.RunAsync([.. Ideas, "fields=id", "fields=name", "fields=due", flag])).Output.ShouldStartWith(
            start
        );

    [Fact]
    public async Task Ids_can_be_had_alone_for_the_next_command()
    {
        CliRun ids = await CliRun.RunAsync([.. Ideas, "--format", "ids"]);
        CliRun json = await CliRun.RunAsync([.. Ideas, "--format", "json"]);

        JsonElement items = JsonElement.Parse(json.Output.Split('\n')[0]).GetProperty("items");
        ids.Output.ShouldBe(string.Concat(items.EnumerateArray().Select(static item => item.GetProperty("id") + "\n")));

        CliRun none = await CliRun.RunAsync([.. Ideas, "fields=name", "--format", "ids"]);
        none.ShouldBeOneLine(ExitCode.Failed);
    }

    [Fact]
    public async Task The_setting_for_clients_holds_unless_the_call_says_otherwise()
    {
        Dictionary<string, string> json = new() { ["CLICKUP_MCP_FORMAT"] = "json" };

        (await CliRun.RunAsync(json, Ideas)).Output.ShouldStartWith("{");
        (await CliRun.RunAsync(json, [.. Ideas, "--format", "text"])).Output.ShouldStartWith("3 tasks");
        (await CliRun.RunAsync([.. Ideas, "--format", "yaml"])).ShouldBeOneLine(ExitCode.Usage);
    }

    [Fact]
    public async Task An_error_goes_to_the_error_stream()
    {
        CliRun run = await CliRun.RunAsync("call", "--sandbox", "get_task", "task=Nobody has created this");

        run.ExitCode.ShouldBe(ExitCode.Failed);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("No task is named");
    }

    [Theory]
    [InlineData("""{"count":1,"items":[{"a":"x,y","b":"q\"q"}]}""", "a,b\n\"x,y\",\"q\"\"q\"\n")]
    [InlineData("""{"count":2,"items":[{"a":1},{"b":["x","y"],"c":{"d":true}}]}""", "a,b,c\n1,,\n,\"x, y\",d=true\n")]
    [InlineData("""{"count":1,"items":["text"]}""", "value\ntext\n")]
    [InlineData("""{"id":"1","name":"n"}""", "member,value\nid,1\nname,n\n")]
    [InlineData("""{"count":1,"items":[{"a":"l1\nl2\tt"}]}""", "a\nl1 l2 t\n")]
    public void Any_result_becomes_rows(string json, string csv) =>
        SeparatedValues.Commas(ResultTable.Read(json)!).ShouldBe(csv);

    [Theory]
    [InlineData("No timer is running.")]
    [InlineData("{ not JSON")]
    [InlineData("[1]")]
    public void A_sentence_is_none(string text) => ResultTable.Read(text).ShouldBeNull();

    [Theory]
    [InlineData(10)]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(80)]
    public void No_line_of_a_table_is_wider_than_the_screen(int width)
    {
        ResultTable table = ResultTable.Read(
            """{"count":2,"items":[{"id":"86x","name":"発売の準備をする 🚀🚀 and much more","status":"in progress","who":"Anna, Ben, Carla"},{"id":"86y","name":"b","status":"x","who":""}]}"""
        )!;

        string[] lines = new AlignedTable(width, hasColour: false).Write(table).TrimEnd('\n').Split('\n');

        lines
            .Where(static line => !line.Contains("more columns", StringComparison.Ordinal))
            .ShouldAllBe(line => CellWidth.Of(line) <= width);
    }

    [Theory]
    [InlineData(
        60,
        """
            id  name                       url
            1   one two three four five …  https://app.clickup.com/t/86x

            """
    )]
    [InlineData(
        40,
        """
            id  name                             who
            1   one two three four five six se…
            1 more column does not fit here;
            --format text shows all.

            """
    )]
    public void An_address_is_shown_whole_or_not_at_all(int width, string expected)
    {
        string who = width < 50 ? ",\"who\":\"\"" : "";
        ResultTable table = ResultTable.Read(
            $$"""{"count":1,"items":[{"id":"1","name":"one two three four five six seven","url":"https://app.clickup.com/t/86x"{{who}}}]}"""
        )!;

        new AlignedTable(width, hasColour: false).Write(table).ShouldBe(expected);
    }

    [Fact]
    public async Task An_error_breaks_between_words_where_a_person_sees_it()
    {
        CliSurroundings person = new()
        {
            Terminal = new FakeTerminal { Width = 40, ShowsErrors = true },
        };

        CliRun run = await person.RunAsync("call", "--sandbox", "get_task", "task=Nobody has created this");

        run.Error.Split('\n').ShouldAllBe(static line => line.Length <= 40);
        run.Error.ShouldStartWith("clickup-mcp: No task is named ");
    }

    [Fact]
    public void One_thing_is_shown_whole_with_its_parts_below_each_other()
    {
        ResultTable thing = ResultTable.Read(
            """
            {"id":"1","text":"one two three four five six seven","tags":["a","b"],"spaces":[{"id":"2","name":"n","lists":[{"id":"3"},{"id":"4"}],"folders":[]},{"id":"5"}]}
            """
        )!;

        new AlignedTable(32, hasColour: false)
            .Write(thing)
            .ShouldBe(
                """
                id      1
                text    one two three four five
                        six seven
                tags    a, b
                spaces  id=2; name=n
                          lists:
                            id=3
                            id=4
                        id=5

                """
            );
    }

    [Fact]
    public void What_a_terminal_would_take_for_a_command_is_taken_out_of_cells()
    {
        string text = new AlignedTable(80, hasColour: false).Write(
            ResultTable.Read("""{"count":1,"items":[{"name":"a\u001b[31mb\u009b2Jc\u202ed"}]}""")!
        );

        text.ShouldNotContain('\u001b');
        text.ShouldNotContain('\u009b');
        text.ShouldNotContain('\u202e');
    }

    [Fact]
    public void A_wait_is_shown_on_one_line_that_goes_again()
    {
        using MemoryStream screen = new();
        using (WaitingLine line = new(screen))
        {
            line.Report(1, 4, "created\u001b[31m 1 of 4");
            line.Report(2, null, "waiting for ClickUp's limit");
        }

        string shown = System.Text.Encoding.UTF8.GetString(screen.ToArray());
        shown.ShouldBe(
            "\r\u001b[K[#####---------------] 1 of 4 created[31m 1 of 4\r\u001b[Kwaiting for ClickUp's limit\r\u001b[K"
        );
    }
}
