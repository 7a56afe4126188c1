using System.Text;
using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

/// <summary>Results that are too long at every level: whole JSON, whole rows, and a cursor that skips nothing.</summary>
public sealed class CapTests
{
    private const int Maximum = 4_000;

    private static readonly OutputOptions Everything = new()
    {
        Fields = [.. TestShapes.Details.Fields.Select(static field => field.Name)],
    };

    [Fact]
    public void A_cut_list_continues_where_it_was_cut_in_every_form()
    {
        List<JsonElement> tasks = RawTasks.Many(30);
        ListPosition position = new("after-all", null, static count => $"after-{count}");

        RenderedResult json = Show(OutputFormat.Json, tasks, position);
        RenderedResult text = Show(OutputFormat.Text, tasks, position);

        foreach (string form in (string[])[json.Text, json.Structured!.Json])
        {
            JsonElement list = RawTasks.Parse(form);
            int count = list.GetProperty("count").GetInt32();
            count.ShouldBeInRange(1, 29);
            list.GetProperty("items").GetArrayLength().ShouldBe(count);
            list.GetProperty("next").GetString().ShouldBe($"after-{count}");
            list.GetProperty("note").GetString()!.ShouldStartWith("cut at 4000 bytes: continue with the cursor");
        }

        int rows = text.Text.Split('\n').Count(static line => line.StartsWith("86b4", StringComparison.Ordinal));
        text.Text.ShouldStartWith($"{rows} tasks, more: cursor=after-{rows} (cut at 4000 bytes");
        text.Structured!.Json.ShouldBe(json.Structured.Json);
    }

    [Fact]
    public void A_cut_list_without_cursors_says_how_many_there_are_and_drops_the_cursor_that_would_skip_some()
    {
        RenderedResult shown = Show(OutputFormat.Json, RawTasks.Many(30), new ListPosition("after-all"));

        foreach (string form in (string[])[shown.Text, shown.Structured!.Json])
        {
            JsonElement list = RawTasks.Parse(form);
            list.GetProperty("count").GetInt32().ShouldBeInRange(1, 29);
            list.GetProperty("total").GetInt32().ShouldBe(30);
            list.TryGetProperty("next", out _).ShouldBeFalse();
            list.GetProperty("note").GetString()!.ShouldEndWith("ask again with a smaller limit or with fewer fields");
        }
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    public void A_single_item_that_is_too_long_still_gets_the_caller_on(string format)
    {
        JsonElement huge = RawTasks.Parse($$"""{"id":"1","name":"{{new string('ü', 5_000)}}"}""");
        ListPosition position = new("after-all", null, static count => $"after-{count}");

        RenderedResult shown = Show(Enum.Parse<OutputFormat>(format), [huge, huge], position);

        shown.Text.ShouldContain("after-1");
        shown.Text.ShouldContain("üüü…");
        JsonElement list = RawTasks.Parse(shown.Structured!.Json);
        list.GetProperty("next").GetString().ShouldBe("after-1");
        list.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe("1");
        list.GetProperty("items")[0].GetProperty("name").GetString()!.ShouldEndWith("ü…");
    }

    [Fact]
    public void One_thing_that_is_too_long_keeps_all_its_fields_and_says_that_values_are_cut()
    {
        string words = string.Concat(Enumerable.Repeat("\ud83d\ude00 words ", 2_000));
        JsonElement task = RawTasks.Parse(
            $$"""{"id":"1","name":"{{words}}","assignees":[{{string.Join(',', Enumerable.Repeat("{\"username\":\"someone\"}", 500))}}]}"""
        );

        foreach (OutputFormat format in Enum.GetValues<OutputFormat>())
        {
            RenderedResult shown = new Projector(format, Maximum, isStructured: true).One(
                task,
                TestShapes.Details,
                DetailLevel.Summary,
                Everything,
                TestZones.Utc
            );

            shown.Text.ShouldContain("cut at 4000 bytes: long values end in …; ask for fewer fields");
            Encoding.UTF8.GetByteCount(shown.Text).ShouldBeInRange(Maximum / 2, Maximum);
            JsonElement structured = RawTasks.Parse(shown.Structured!.Json);
            Encoding.UTF8.GetByteCount(shown.Structured.Json).ShouldBeInRange(Maximum / 2, Maximum);
            structured.GetProperty("name").GetString()!.ShouldEndWith("…");
            structured.GetProperty("assignees").EnumerateArray().Last().GetString().ShouldBe("…");
            structured.GetProperty("note").GetString()!.ShouldStartWith("cut at 4000 bytes");
        }
    }

    [Fact]
    public void Each_form_falls_back_on_its_own()
    {
        RenderedResult shown = new Projector(OutputFormat.Text, 6_000, isStructured: true).Many(
            RawTasks.Many(60),
            TestShapes.Task,
            DetailLevel.Summary,
            new(),
            null,
            TestZones.Utc
        );

        shown.Text.ShouldStartWith("60 tasks\n");
        shown.Text.ShouldContain("status");
        JsonElement structured = RawTasks.Parse(shown.Structured!.Json);
        structured.GetProperty("count").GetInt32().ShouldBe(60);
        structured.GetProperty("note").GetString()!.ShouldStartWith("shown as names: more detail would pass 6000");
    }

    private static RenderedResult Show(OutputFormat format, List<JsonElement> tasks, ListPosition position)
    {
        RenderedResult shown = new Projector(format, Maximum, isStructured: true).Many(
            tasks,
            TestShapes.Details,
            DetailLevel.Summary,
            Everything,
            position,
            TestZones.Utc
        );
        Encoding.UTF8.GetByteCount(shown.Text).ShouldBeLessThanOrEqualTo(Maximum);
        Encoding.UTF8.GetByteCount(shown.Structured!.Json).ShouldBeLessThanOrEqualTo(Maximum);
        return shown;
    }
}
