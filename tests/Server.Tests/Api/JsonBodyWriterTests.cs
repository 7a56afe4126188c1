using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.Api;

public class JsonBodyWriterTests
{
    [Fact]
    public void Nothing_written_is_an_empty_object() => Text(static _ => { }).ShouldBe("{}");

    [Fact]
    public void A_whole_body_may_be_an_array()
    {
        Text(static body => body.RootArray()).ShouldBe("[]");
        Text(static body =>
            {
                body.RootArray();
                body.BeginObject(null);
                body.Value("file", (byte[])[0, 1, 2]);
                body.EndObject();
                body.Value(null, 5);
            })
            .ShouldBe("""[{"file":"AAEC"},5]""");
    }

    [Fact]
    public void Objects_and_arrays_appear_only_with_content()
    {
        Text(static body =>
            {
                body.Value("name", "a");
                body.BeginObject("assignees");
                body.Value("add", (IReadOnlyList<long>?)null);
                body.BeginArray("rem");
                body.EndArray();
                body.EndObject();
                body.BeginArray("items");
                body.BeginObject(null);
                body.Value("x", (string?)null);
                body.EndObject();
                body.BeginObject(null);
                body.Value("x", 1);
                body.EndObject();
                body.EndArray();
                body.BeginObject("later");
                body.BeginObject("deep");
                body.Null("z");
                body.EndObject();
                body.EndObject();
            })
            .ShouldBe("""{"name":"a","items":[{"x":1}],"later":{"deep":{"z":null}}}""");
    }

    [Fact]
    public void Values_are_written_by_type()
    {
        using JsonDocument json = JsonDocument.Parse("""{"lat":1.50}""");
        Text(body =>
            {
                body.Value("text", "é \"<&>'");
                body.Value("flag", false);
                body.Value("whole", long.MaxValue);
                body.Value("number", 0.1);
                body.Value("json", json.RootElement);
                body.Number("member", "9007199254740993", EntityKind.Member);
                body.Number("nobody", null, EntityKind.Member);
                body.Value("strings", ["a", "b"]);
                body.Value("numbers", [1L]);
                body.Constant("constant", "[1,{\"a\":null}]");
            })
            .ShouldBe(
                """
                {"text":"é \"<&>'","flag":false,"whole":9223372036854775807,"number":0.1,
                "json":{"lat":1.50},"member":9007199254740993,
                "strings":["a","b"],"numbers":[1],"constant":[1,{"a":null}]}
                """.ReplaceLineEndings(string.Empty)
            );
    }

    [Fact]
    public void The_root_can_be_any_value()
    {
        using JsonDocument json = JsonDocument.Parse("[1,2]");
        Text(body => body.RootValue(json.RootElement)).ShouldBe("[1,2]");
    }

    [Fact]
    public void Misuse_is_a_bug()
    {
        using JsonDocument json = JsonDocument.Parse("1");
        Should.Throw<InvalidOperationException>(() => Text(static body => body.BeginObject("open")));
        Should.Throw<InvalidOperationException>(() => Text(static body => body.EndArray()));
        Should.Throw<InvalidOperationException>(() =>
            Text(static body =>
            {
                body.BeginObject("a");
                body.EndArray();
            })
        );
        Should.Throw<InvalidOperationException>(() =>
            Text(body =>
            {
                body.Value("a", 1);
                body.RootValue(json.RootElement);
            })
        );
        Should.Throw<InvalidOperationException>(() =>
            Text(body =>
            {
                body.RootValue(json.RootElement);
                body.Value("a", 1);
            })
        );
    }

    [Fact]
    public void A_member_id_that_is_no_number_is_refused() =>
        Should.Throw<ActionableException>(() => Text(static body => body.Number("m", "x", EntityKind.Member)));

    [Fact]
    public void What_a_caller_empties_is_null_and_its_value_is_not_written() =>
        Text(static body =>
            {
                body.Cleared("due_date", ["due"], "due").ShouldBeTrue();
                body.Cleared("name", ["due"], "name").ShouldBeFalse();
                body.Cleared("points", null, "points").ShouldBeFalse();
            })
            .ShouldBe("""{"due_date":null}""");

    [Fact]
    public void Whatever_strings_are_written_the_body_is_valid_json_with_the_same_strings() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll<Dictionary<NonNull<string>, string?>>(static members =>
            {
                Dictionary<string, string?> given = members.ToDictionary(static m => m.Key.Get, static m => m.Value);
                string text = Text(body =>
                {
                    foreach ((string name, string? value) in given)
                    {
                        body.Value(name, value);
                    }
                });
                using JsonDocument json = JsonDocument.Parse(text);
                return json
                    .RootElement.EnumerateObject()
                    .Select(static m => ((string?)m.Name, m.Value.GetString()))
                    .SequenceEqual(
                        given
                            .Where(static m => m.Value is not null)
                            .Select(static m => (WellFormed(m.Key), WellFormed(m.Value)))
                    );
            })
        );

    private static string? WellFormed(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Text(Action<JsonBodyWriter> write)
    {
        ClickUpRequestBuilder builder = new("Test", ClickUpMethod.Post);
        builder.Path("/x");
        write(builder.Body);
        return Encoding.UTF8.GetString(builder.Build().Body.Span);
    }
}
