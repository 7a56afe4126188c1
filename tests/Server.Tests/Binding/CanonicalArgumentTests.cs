using System.Text;
using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Binding;

/// <summary>Calls that mean the same have one canonical form and one digest; others have not.</summary>
public sealed class CanonicalArgumentTests
{
    private static readonly ArgumentDigest Digest = With(1, 2, 3);

    [Theory]
    [InlineData("""{"task":"Fix it","subtasks":true}""", """{"task":"Fix it"}""")]
    [InlineData("""{"task":"Fix it","list":"Bugs"}""", """{"list":"Bugs","task_id":" Fix it "}""")]
    [InlineData("""{"task":"Fix it","detail_level":"full"}""", """{"detail_level":"full","task":"Fix it"}""")]
    [InlineData("""{"task":"\u0046ix it"}""", """{"task":"Fix it"}""")]
    [InlineData("""{"task":"Fix it","workspace":"Acme"}""", """{"task":"Fix it","team_id":"Acme"}""")]
    public void Names_order_defaults_and_spelling_make_no_difference(string one, string other)
    {
        Canonical(one).ShouldBe(Canonical(other));
        Digest.Of(GetTask(one)).ShouldBe(Digest.Of(GetTask(other)));
    }

    [Theory]
    [InlineData("""{"task":"Fix it"}""", """{"task":"fix it"}""")]
    [InlineData("""{"task":"Fix it"}""", """{"task":"Fix it","subtasks":false}""")]
    [InlineData("""{"task":"Fix it"}""", """{"task":"Fix it","detail_level":"names"}""")]
    [InlineData("""{"task":"a","list":"b"}""", """{"task":"b","list":"a"}""")]
    public void Whatever_may_mean_something_else_does(string one, string other)
    {
        Canonical(one).ShouldNotBe(Canonical(other));
        Digest.Of(GetTask(one)).ShouldNotBe(Digest.Of(GetTask(other)));
    }

    [Theory]
    [InlineData("""{"a":1,"b":[true,"x"]}""", """ { "b" : [ true , "\u0078" ], "a": 1.0 } """)]
    [InlineData("1e2", "100")]
    [InlineData("-0.0", "0")]
    [InlineData("1.50", "15e-1")]
    public void Equal_json_is_written_alike(string one, string other)
    {
        JsonEquality.Instance.Equals(JsonElement.Parse(one), JsonElement.Parse(other)).ShouldBeTrue();
        Write(w => w.Write(null, JsonElement.Parse(one))).ShouldBe(Write(w => w.Write(null, JsonElement.Parse(other))));
    }

    [Fact]
    public void Numbers_beyond_what_a_double_tells_apart_are_kept_as_written() =>
        Write(static w => w.Write(null, JsonElement.Parse("1e999"))).ShouldBe("1e999");

    [Fact]
    public void References_and_dates_are_written_in_the_callers_words()
    {
        EntityReference list = new(EntityKind.List, " Backlog");
        DateExpression date = new("Next  Friday ", DateEdge.End);

        Write(w => w.Write(null, list)).ShouldBe("\"Backlog\"");
        Write(w => w.Write(null, date)).ShouldBe("\"next friday\"");
    }

    [Theory]
    [InlineData("1h 30m", "90m")]
    [InlineData("1.5h", "1:30")]
    public void Durations_are_written_alike_and_can_be_read_again(string one, string other)
    {
        DurationParser.TryParse(one, out long first).ShouldBeTrue();
        DurationParser.TryParse(other, out long second).ShouldBeTrue();
        string written = Write(w => w.WriteDuration(null, first));

        Write(w => w.WriteDuration(null, second)).ShouldBe(written);
        DurationParser.TryParse(written.Trim('"'), out long again).ShouldBeTrue();
        again.ShouldBe(first);
    }

    [Fact]
    public void What_repeats_an_item_in_other_words_is_left_out_of_unique_items()
    {
        EntityReference[] names =
        [
            new(EntityKind.Member, "Ann"),
            new(EntityKind.Member, " Ann"),
            new(EntityKind.Member, "Bo"),
        ];

        Write(w => w.Write(null, CanonicalWriter.Distinct(names))).ShouldBe("""["Ann","Bo"]""");
        CanonicalWriter.Distinct<long>([2, 1, 2]).ShouldBe([2, 1]);
        CanonicalWriter.Distinct<long>(null).ShouldBeNull();
    }

    [Fact]
    public void A_digest_depends_on_its_key_and_shows_half_of_it()
    {
        BoundArguments call = GetTask("""{"task":"1"}""");

        Digest.Of(call).Length.ShouldBe(32);
        With(1, 2, 4).Of(call).ShouldNotBe(Digest.Of(call));
    }

    private static ArgumentDigest With(params byte[] key) => new(new Lazy<byte[]>(key));

    private static string Canonical(string arguments) => Encoding.UTF8.GetString(GetTask(arguments).ToJson().Span);

    private static BoundArguments GetTask(string arguments)
    {
        ArgumentErrors errors = new();
        GetTaskArguments? bound = GetTaskTool.BindArguments(new ArgumentReader(JsonElement.Parse(arguments), errors));
        errors.Any.ShouldBeFalse();
        return new BoundArguments(bound!, GetTaskTool.SharedResponse);
    }

    private static string Write(Action<CanonicalWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            write(new CanonicalWriter(json));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
