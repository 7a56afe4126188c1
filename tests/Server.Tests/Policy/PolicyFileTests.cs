using System.Text;
using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;

namespace ClickUpMcp.Tests.Policy;

/// <summary>A policy file is read whole or not at all: every mistake has its line and column, and its examples hold.</summary>
public sealed class PolicyFileTests
{
    [Theory]
    [InlineData("""{"rulez":[]}""", "line 1, column 2: the file has no \"rulez\"; did you mean \"rules\"?")]
    [InlineData("""[]""", "line 1, column 1: the file is a JSON object")]
    [InlineData("{\n  \"rules\": {}\n}", "line 2, column 12: \"rules\" is an array")]
    [InlineData("""{"rules":[],"rules":[]}""", "\"rules\" stands there twice")]
    [InlineData("""{"rules":[{"tools":["get_task"]}]}""", "line 1, column 11: a rule needs \"then\"")]
    [InlineData("""{"rules":[{"then":"deny"}]}""", "there is no effect \"deny\"; valid: allow, refuse, confirm")]
    [InlineData(
        "{\"rules\":[\n {\"tools\":[\"get_tsk\"],\"then\":\"refuse\"}]}",
        "line 2, column 12: there is no tool \"get_tsk\"; did you mean \"get_task\"?"
    )]
    [InlineData(
        """{"rules":[{"categories":["taskz"],"then":"refuse"}]}""",
        "there is no category \"taskz\"; did you mean \"tasks\"?"
    )]
    [InlineData(
        """{"rules":[{"scopes":["wrte"],"then":"refuse"}]}""",
        "there is no scope \"wrte\"; did you mean \"write\"?"
    )]
    [InlineData("""{"rules":[{"who":[],"then":"refuse"}]}""", "\"who\" names nothing; leave it out for all")]
    [InlineData("""{"rules":[{"who":[7],"then":"refuse"}]}""", "\"who\" is a text")]
    [InlineData("""{"rules":[{"places":["Inbox"],"then":"refuse"}]}""", "\"Inbox\" is no place")]
    [InlineData(
        """{"rules":[{"hours":{"from":"08:00","to":"18:00"},"then":"refuse"}]}""",
        "hours need \"from\", \"to\" and \"zone\""
    )]
    [InlineData(
        """{"rules":[{"hours":{"from":"8","to":"18:00","zone":"Europe/Berlin"},"then":"refuse"}]}""",
        "\"from\" is a time of day"
    )]
    [InlineData(
        """{"rules":[{"hours":{"from":"08:00","to":"18:00","zone":"Europe/Berln"},"then":"refuse"}]}""",
        "there is no time zone \"Europe/Berln\"; did you mean \"Europe/Berlin\"?"
    )]
    [InlineData(
        """{"rules":[{"hours":{"days":["monday"],"from":"08:00","to":"18:00","zone":"UTC"},"then":"refuse"}]}""",
        "there is no day \"monday\""
    )]
    [InlineData(
        """{"examples":[{"who":"anna","tool":"get_task"}]}""",
        "an example needs \"who\", \"tool\" and \"then\""
    )]
    [InlineData(
        """{"examples":[{"who":"anna","tool":"get_task","then":"refuse"}]}""",
        "line 1, column 14: anna calling get_task comes to \"allow\", not \"refuse\""
    )]
    [InlineData(
        """{"examples":[{"who":"anna","tool":"get_task","at":"tomorrow","then":"allow"}]}""",
        "\"at\" is a moment"
    )]
    [InlineData(
        """{"rules":[{"hours":{"from":"08:00","to":"18:00","zone":"UTC"},"then":"refuse"}],"examples":[{"who":"anna","tool":"get_task","then":"allow"}]}""",
        "it depends on the time"
    )]
    [InlineData("""{"rules":[}""", "line 1, column 11: it is not valid JSON")]
    [InlineData("""{} {}""", "it is not valid JSON")]
    public void A_mistake_is_told_with_its_place(string json, string said) =>
        Should.Throw<FormatException>(() => Read(json)).Message.ShouldContain(said);

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        const string Json = """
            { "rules": [
                { "tools": ["get_tsk"], "then": "refuse" },
                { "scopes": ["wrte"], "then": "no" }
            ] }
            """;
        string told = Should.Throw<FormatException>(() => Read(Json)).Message;
        told.Split('\n').Length.ShouldBe(3, told);
    }

    [Theory]
    [InlineData("2026-11-30T07:59:00+01:00", "allow")]
    [InlineData("2026-11-30T08:00:00+01:00", "refuse")]
    [InlineData("2026-11-30T17:59:59+01:00", "refuse")]
    [InlineData("2026-11-30T18:00:00+01:00", "allow")]
    [InlineData("2026-11-30T07:30:00+00:00", "refuse")]
    [InlineData("2026-11-28T10:00:00+01:00", "allow")]
    public void Hours_are_those_of_their_zone_and_days(string at, string then) =>
        Read(
            $$"""
            {"rules":[{"hours":{"days":["mon","tue"],"from":"08:00","to":"18:00","zone":"Europe/Berlin"},"then":"refuse"}],
             "examples":[{"who":"anna","tool":"get_task","at":"{{at}}","then":"{{then}}"}]}
            """
        );

    [Theory]
    [InlineData("2026-11-30T21:59:59Z", "allow")]
    [InlineData("2026-11-30T22:00:00Z", "refuse")]
    [InlineData("2026-11-30T23:00:00Z", "refuse")]
    [InlineData("2026-12-01T05:00:00Z", "refuse")]
    [InlineData("2026-12-01T06:00:00Z", "allow")]
    [InlineData("2026-11-30T05:00:00Z", "allow")]
    public void Hours_over_midnight_belong_to_the_day_on_which_they_begin(string at, string then) =>
        Read(
            $$"""
            {"rules":[{"hours":{"days":["mon"],"from":"22:00","to":"06:00","zone":"UTC"},"then":"refuse"}],
             "examples":[{"who":"anna","tool":"get_task","at":"{{at}}","then":"{{then}}"}]}
            """
        );

    [Theory]
    [InlineData("2026-11-30T07:59:59Z", "allow")]
    [InlineData("2026-11-30T08:00:00Z", "refuse")]
    [InlineData("2026-12-01T07:59:59Z", "refuse")]
    [InlineData("2026-12-01T08:00:00Z", "allow")]
    public void Hours_that_end_when_they_begin_last_a_day(string at, string then) =>
        Read(
            $$"""
            {"rules":[{"hours":{"days":["mon"],"from":"08:00","to":"08:00","zone":"UTC"},"then":"refuse"}],
             "examples":[{"who":"anna","tool":"get_task","at":"{{at}}","then":"{{then}}"}]}
            """
        );

    [Theory]
    [InlineData("anna", "delete_task", "list:Inbox", "allow")]
    [InlineData("Anna", "delete_task", "list:inbox", "allow")]
    [InlineData("anna", "delete_task", "list:Other", "refuse")]
    [InlineData("ben", "delete_task", "list:Inbox", "refuse")]
    [InlineData("ben", "create_task", "list:Inbox", "confirm")]
    [InlineData("ben", "get_task", "list:Inbox", "allow")]
    public void The_first_rule_that_fits_decides(string who, string tool, string place, string then) =>
        Read(
            $$"""
            {"rules":[
              {"who":["anna"],"places":["list:Inbox"],"then":"allow"},
              {"scopes":["delete"],"then":"refuse"},
              {"categories":["tasks"],"scopes":["write"],"then":"confirm"}],
             "examples":[{"who":"{{who}}","tool":"{{tool}}","place":"{{place}}","then":"{{then}}"}]}
            """
        );

    [Fact]
    public void The_example_of_the_documentation_is_a_policy()
    {
        string page = File.ReadAllText(Repository.At("docs", "policy.md"));
        string json = page.Split("```json\n")[1].Split("```")[0];
        PolicyRules rules = Read(json);
        rules.Count.ShouldBeGreaterThan(3);
        rules.Examples.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void The_schema_knows_the_keys_that_the_reader_knows()
    {
        JsonElement schema = JsonElement.Parse(File.ReadAllBytes(Repository.At("docs", "policy.schema.json")));
        JsonElement root = schema.GetProperty("properties");
        Keys(root).ShouldBe(["$schema", "rules", "examples"]);
        JsonElement definitions = schema.GetProperty("$defs");
        foreach (
            (string name, string text) in ((string, string)[])
                [
                    ("rule", """{"rules":[{"zz":1,"then":"allow"}]}"""),
                    ("hours", """{"rules":[{"hours":{"zz":1},"then":"allow"}]}"""),
                    ("example", """{"examples":[{"zz":1}]}"""),
                ]
        )
        {
            // Each key of the schema is one of the reader: alone it is no unknown key.
            foreach (string key in Keys(definitions.GetProperty(name).GetProperty("properties")))
            {
                string told = Should
                    .Throw<FormatException>(() => Read(text.Replace("\"zz\"", $"\"{key}\"", StringComparison.Ordinal)))
                    .Message;
                told.ShouldNotContain($"has no \"{key}\"");
            }
        }

        static string[] Keys(JsonElement properties) =>
            [.. properties.EnumerateObject().Select(static one => one.Name)];
    }

    [Fact]
    public void A_changed_file_is_read_again_and_a_broken_one_leaves_the_earlier_rules()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "policy.json");
        File.WriteAllText(path, """{"rules":[{"tools":["get_task"],"then":"refuse"}]}""");
        ManualTimeProvider time = new();
        List<string?> told = [];
        PolicyFile file = new(path) { Time = time, OnReload = told.Add };
        int tool = EmittedCatalog.Instance.Find("get_task");
        file.Rules.Refuse("anna", tool).ShouldBeTrue();

        Write("""{"rules":[{"tools":["get_tsk"],"then":"refuse"}]}""", 1);
        file.Rules.Refuse("anna", tool).ShouldBeTrue();
        file.Problem.ShouldNotBeNull().ShouldContain("line 1, column 21");

        Write("""{"rules":[]}""", 2);
        file.Rules.Refuse("anna", tool).ShouldBeFalse();
        file.Problem.ShouldBeNull();

        File.Delete(path);
        file.Reload();
        file.Problem.ShouldNotBeNull();
        told.Count.ShouldBe(3);
        Directory.Delete(folder, recursive: true);

        void Write(string json, int minutes)
        {
            File.WriteAllText(path, json);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(minutes));
            time.Advance(TimeSpan.FromSeconds(3));
        }
    }

    private static PolicyRules Read(string json) =>
        new PolicyReader(EmittedCatalog.Instance).Read(Encoding.UTF8.GetBytes(json));
}
