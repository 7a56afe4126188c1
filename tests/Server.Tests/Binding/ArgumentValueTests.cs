using System.Text.Json;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Binding;

public class ArgumentValueTests
{
    [Theory]
    [InlineData("5", 5L)]
    [InlineData("5.0", 5L)]
    [InlineData("5e0", 5L)]
    [InlineData("50E-1", 5L)]
    [InlineData("-0", 0L)]
    [InlineData("-0.0", 0L)]
    [InlineData("1e-400", 0L)] // underflows to 0, as in JavaScript
    [InlineData("9007199254740991", (1L << 53) - 1)]
    [InlineData("9007199254740992", null)]
    [InlineData("9007199254740993", null)]
    [InlineData("1e300", null)]
    [InlineData("1e400", null)]
    [InlineData("5.5", null)]
    [InlineData("\"5\"", 5L)]
    [InlineData("\" 5.0 \"", 5L)]
    [InlineData("\"5.5\"", null)]
    [InlineData("\"05\"", null)]
    [InlineData("\"5 apples\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("[5]", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    public void Integers_are_what_JSON_Schema_calls_integers(string json, long? expected)
    {
        long? value = null;
        Bound.Value(json, v => value = v.AsInteger()).IsAccepted.ShouldBe(expected is not null);
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("10.0", true)]
    [InlineData("0", false)]
    [InlineData("11", false)]
    public void Integer_limits_are_inclusive(string json, bool isAccepted) =>
        Bound.Value(json, static v => v.AsInteger(1, 10)).IsAccepted.ShouldBe(isAccepted);

    [Theory]
    [InlineData("1.5", true)]
    [InlineData("1e308", true)]
    [InlineData("1e309", false)]
    [InlineData("-1e309", false)]
    [InlineData("\"1.5\"", true)]
    [InlineData("\"1e309\"", false)]
    [InlineData("\"1,5\"", false)]
    public void Numbers_are_finite(string json, bool isAccepted) =>
        Bound.Value(json, static v => v.AsNumber()).IsAccepted.ShouldBe(isAccepted);

    [Theory]
    [InlineData("\"ab\"", true)]
    [InlineData("\"a\"", false)]
    [InlineData("\"abcd\"", false)]
    [InlineData("\"😀😀😀\"", true)] // three code points, six UTF-16 units
    [InlineData("\"\\ud83d\\ude00\\ud83d\\ude00\"", true)]
    [InlineData("\"\\ud83d\\ud83d\\ud83d\"", true)] // lone surrogates count one each
    [InlineData("\"\\ud83d\\ud83d\\ud83d\\ud83d\"", false)]
    [InlineData("\"\\ud83da\\ude00\"", true)] // nor are those a pair that stand apart
    [InlineData("\"\\ud83da\\ude00a\"", false)]
    [InlineData("\"\\ude00\\ud83d\\ude00\\ude00\"", true)]
    [InlineData("\"\\n\\\"\\\\\"", true)]
    [InlineData("\"\\n\\\"\\\\n\"", false)]
    [InlineData("\"\\\\u00e9\"", false)] // a backslash and what follows it
    [InlineData("\"\\u00e9\\u00e9é\"", true)]
    public void Length_is_in_code_points(string json, bool isAccepted) =>
        Bound.Value(json, static v => v.AsString(2, 3)).IsAccepted.ShouldBe(isAccepted);

    [Fact]
    public void Text_with_half_a_surrogate_pair_is_made_well_formed()
    {
        string? text = null;
        Bound.Value("\"a\\ud83d\\n\\\"b\"", v => text = v.AsString());
        text.ShouldBe("a\uFFFD\n\"b");
    }

    [Theory]
    [InlineData("Id", "86b4bnnny", true)]
    [InlineData("Id", "a_b-C", true)]
    [InlineData("Id", "", false)]
    [InlineData("Id", "a b", false)]
    [InlineData("Id", "a\n", false)]
    [InlineData("Id", "é", false)]
    [InlineData("Digits", "0123", true)]
    [InlineData("Digits", "٣", false)]
    [InlineData("Digits", "123456789012345678901", false)]
    [InlineData("Uuid", "123e4567-E89b-12d3-a456-426614174000", true)]
    [InlineData("Uuid", "123e4567e89b-12d3-a456-4266141740000", false)]
    [InlineData("Uuid", "123e4567-e89b-12d3-a456-42661417400g", false)]
    [InlineData("Email", "a@b.c", true)]
    [InlineData("Email", "a@..b", true)]
    [InlineData("Email", "a@.b", false)]
    [InlineData("Email", "a@b.", false)]
    [InlineData("Email", "a@b", false)]
    [InlineData("Email", "a@b@c.d", false)]
    [InlineData("Email", "a@b\uFEFF.c", false)]
    [InlineData("Email", "a@b\u0085.c", true)] // no white space to ECMAScript
    [InlineData("HttpsUrl", "https://x", true)]
    [InlineData("HttpsUrl", "https://", false)]
    [InlineData("HttpsUrl", "HTTPS://x", false)]
    [InlineData("HttpsUrl", "https://a b", false)]
    [InlineData("HttpsUrl", "https://a\u00A0", false)]
    [InlineData("Color", "#1a2B3c", true)]
    [InlineData("Color", "#1a2B3", false)]
    [InlineData("Color", "1a2B3c0", false)]
    [InlineData("SingleLine", "", true)]
    [InlineData("SingleLine", "a\u0085\u2028b", true)]
    [InlineData("SingleLine", "a\tb", false)]
    [InlineData("SingleLine", "a\u007f", false)]
    public void Formats_follow_their_patterns(string format, string text, bool isAccepted) =>
        Bound
            .Value(
                JsonSerializer.Serialize(text, TestJson.Default.String),
                v => v.AsString(format: Enum.Parse<StringFormat>(format))
            )
            .IsAccepted.ShouldBe(isAccepted);

    [Theory]
    [InlineData("[1,1.0]", false)]
    [InlineData("[1,\"2\",true]", true)]
    [InlineData("[1,\"1\"]", false)] // as texts they are the same
    [InlineData("[0,-0.0]", false)]
    [InlineData("[\"a\",\"\\u0061\"]", false)]
    [InlineData("[{\"a\":1,\"b\":[2]},{\"b\":[2.0],\"a\":1e0}]", false)]
    [InlineData("[{\"a\":1},{\"a\":1,\"b\":1}]", true)]
    [InlineData("[[1,2],[2,1]]", true)]
    [InlineData("[\"\\ud800\",\"\\ud801\"]", true)]
    public void Unique_items_differ_by_JSON_equality(string json, bool isAccepted) =>
        Bound
            .Value(json, static v => v.AsArray(static i => i.AsString() ?? "other", uniqueItems: true))
            .Lines.Any(static l => l.Contains("repeats", StringComparison.Ordinal))
            .ShouldBe(!isAccepted);

    [Fact]
    public void Arrays_have_limits()
    {
        Bound.Value("[]", static v => v.AsValueArray(static i => i.AsInteger(), 1, 2)).IsAccepted.ShouldBeFalse();
        Bound.Value("[1]", static v => v.AsValueArray(static i => i.AsInteger(), 1, 2)).IsAccepted.ShouldBeTrue();
        Bound.Value("[1,2,3]", static v => v.AsValueArray(static i => i.AsInteger(), 1, 2)).IsAccepted.ShouldBeFalse();
        Bound.Value("{}", static v => v.AsValueArray(static i => i.AsInteger())).IsAccepted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("null", true)]
    [InlineData("{\"a\":[1]}", true)]
    [InlineData("{\"a\":1,\"a\":2}", false)]
    [InlineData("[{\"b\":{\"a\":1,\"\\u0061\":2}}]", false)]
    [InlineData("\"\\ud800\"", false)]
    [InlineData("{\"\\ud800\":1}", false)] // no JSON writer takes such a name
    [InlineData("{\"\ufffd\":1}", true)]
    public void Free_JSON_must_be_unambiguous(string json, bool isAccepted) =>
        Bound
            .Object($$"""{"x":{{json}}}""", static reader => reader.RequiredJson("x").AsJson())
            .IsAccepted.ShouldBe(isAccepted);

    [Fact]
    public void Free_JSON_has_limits_of_size_and_depth()
    {
        static bool Accepts(string json) => Bound.Value(json, static v => v.AsJson()).IsAccepted;

        Accepts($"\"{new string('x', 65_534)}\"").ShouldBeTrue();
        Accepts($"\"{new string('x', 65_535)}\"").ShouldBeFalse();
        Accepts(new string('[', 16) + new string(']', 16)).ShouldBeTrue();
        Accepts(new string('[', 17) + new string(']', 17)).ShouldBeFalse();
    }

    [Fact]
    public void Free_JSON_outlives_its_request()
    {
        JsonElement? value = null;
        Bound.Value("""{"a":1}""", v => value = v.AsJson());
        value!.Value.GetRawText().ShouldBe("""{"a":1}""");
    }

    [Theory]
    [InlineData("\"tomorrow\"", null)]
    [InlineData("\"soonish\"", "is not a date")]
    [InlineData("\"3/4/2026\"", "is ambiguous")]
    [InlineData("\"\"", "must not be empty")]
    [InlineData("1700000000000", null)]
    [InlineData("1700000000000.5", "must be a string")]
    public void Dates_are_checked(string json, string? problem)
    {
        DateExpression? date = null;
        Bound bound = Bound.Value(json, v => date = v.AsDate(DateEdge.End));
        (date is not null).ShouldBe(problem is null);
        string.Join('\n', bound.Lines).ShouldContain(problem ?? string.Empty);
    }

    [Fact]
    public void Durations_become_milliseconds()
    {
        long? duration = null;
        Bound.Value("\"1h 30m\"", v => duration = v.AsDuration()).IsAccepted.ShouldBeTrue();
        duration.ShouldBe(5_400_000);
        Bound.Value("\"soon\"", static v => v.AsDuration()).IsAccepted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("AAEC", null)]
    [InlineData("DATA:x/y;base64,AAEC", null)]
    [InlineData("not base64!", "x: must be base64, with the standard alphabet and padding")]
    [InlineData("data:x/y;base64,", "x: must hold at least one byte")]
    [InlineData("AAECAwQ=", "x: must be at most 4 bytes, has 5 bytes")]
    [InlineData("", "x: must not be empty")]
    public void Files_are_bytes_in_base64(string text, string? problem)
    {
        FileSource? content = null;
        Bound bound = Bound.Value($"\"{text}\"", v => content = v.AsFile(4));

        bound.Lines.ShouldBe(problem is null ? [] : [problem]);
        content?.Held.ShouldBe([0, 1, 2]);
        (content is null).ShouldBe(problem is not null);
    }

    [Fact]
    public void Null_is_no_item_and_is_told_to_be_left_out() =>
        Bound
            .Value("[null]", static v => v.AsValueArray(static i => i.AsBoolean()))
            .Lines.ShouldBe(["x[0]: must be a boolean, got null; leave it out instead"]);

    [Theory]
    [InlineData("\"high\"", "high")]
    [InlineData("\"High\"", "high")]
    [InlineData("\" very high \"", "very_high")]
    [InlineData("2", "high")]
    [InlineData("\"2\"", "high")]
    [InlineData("\"VERY\"", "very_high")]
    [InlineData("\"hi\"", null)]
    [InlineData("3", null)]
    [InlineData("true", null)]
    [InlineData("\"same\"", null)] // two labels are spelled so
    [InlineData("\"Same\"", "Same")]
    public void Labels_are_read_in_any_spelling_and_by_what_the_api_has(string json, string? expected)
    {
        string? label = null;
        Bound
            .Value(
                json,
                v =>
                    label = v.AsEnum(
                        static wire =>
                            wire switch
                            {
                                "2" => "high",
                                "very" => "very_high",
                                _ => null,
                            },
                        "high",
                        "very_high",
                        "Same",
                        "SAME"
                    )
            )
            .IsAccepted.ShouldBe(expected is not null);
        label.ShouldBe(expected);
    }

    [Theory]
    [InlineData("[\"*\"]", true)]
    [InlineData("\"*\"", true)]
    [InlineData("\"[\\\"*\\\"]\"", true)]
    [InlineData("[\"*\",\"a\"]", false)]
    [InlineData("[\"**\"]", false)]
    public void One_text_may_stand_for_all_labels(string json, bool isAccepted)
    {
        IReadOnlyList<string>? labels = null;
        Bound
            .Value(json, v => labels = v.Unfold("*", "a", "b").AsArray(static i => i.AsEnum("a", "b")))
            .IsAccepted.ShouldBe(isAccepted);
        if (isAccepted)
        {
            labels.ShouldBe(["a", "b"]);
        }
    }

    [Theory]
    [InlineData("""[{"a":1}]""", true)]
    [InlineData("""{"a":1}""", true)]
    [InlineData("\"[{\\\"a\\\":1}]\"", true)]
    [InlineData("\"{\\\"a\\\":1}\"", true)]
    [InlineData("[1]", false)]
    [InlineData("\"a\"", false)]
    public void Free_JSON_objects_are_read_out_of_texts(string json, bool isAccepted)
    {
        JsonElement? value = null;
        Bound.Value(json, v => value = v.AsJson(JsonContent.Objects)).IsAccepted.ShouldBe(isAccepted);
        (value?.GetRawText()).ShouldBe(isAccepted ? """[{"a":1}]""" : null);
    }

    [Fact]
    public void The_bytes_of_a_file_are_no_number() =>
        Bound.Value("1234", static v => v.AsFile()).Lines.ShouldBe(["x: must be a string, got a number"]);

    [Fact]
    public void A_duration_that_must_be_longer_than_nothing_says_so() =>
        Bound.Value("\"0m\"", static v => v.AsDuration(1)).Lines.ShouldBe(["x: is too short: must be longer than 0m"]);
}
