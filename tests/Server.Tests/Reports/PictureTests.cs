using System.Text;
using System.Xml.Linq;
using ClickUpMcp.Projection;
using ClickUpMcp.Tests.Examples;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.Reports;

/// <summary>Pictures are small, well-formed and drawn from the report's own figures; what people wrote is only text in them.</summary>
[Trait("Writes", "files")]
public sealed class PictureTests
{
    // A picture costs the context of who looks at it.
    private const int MostBytes = 8_192;

    public static TheoryData<string, string, string> Reports =>
        new()
        {
            { "time", "get_time_report", """{"by":"person","picture":true}""" },
            { "time-by-day", "get_time_report", """{"by":"day","picture":true}""" },
            { "workload", "get_workload", """{"picture":true}""" },
            { "overdue", "get_overdue_report", """{"by":"person","picture":true}""" },
            { "throughput", "get_throughput_report", """{"picture":true}""" },
            { "throughput-by-person", "get_throughput_report", """{"by":"person","picture":true}""" },
            { "summary", "get_workspace_summary", """{"picture":true}""" },
            { "sprint", "get_sprint", """{"picture":true}""" },
        };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_picture_is_kept_and_the_same_each_time(string name, string tool, string arguments)
    {
        string svg = (await new SandboxSession().CallAsync(tool, arguments)).Picture.ShouldNotBeNull();

        Encoding.UTF8.GetByteCount(svg).ShouldBeLessThanOrEqualTo(MostBytes);
        XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
        svg.ShouldContain("prefers-color-scheme:dark");
        GeneratedFile.ShouldMatch(svg + "\n", "docs", "images", $"report-{name}.svg");
    }

    [Fact]
    public async Task Without_a_wish_there_is_none()
    {
        (await new SandboxSession().CallAsync("get_time_report", "{}")).Picture.ShouldBeNull();
    }

    [Fact]
    public void Whatever_a_name_says_is_text()
    {
        Prop.ForAll<string, string>(
                static (name, title) =>
                {
                    string svg = Draw(name ?? "", title ?? "");
                    XElement root = XDocument.Parse(svg).Root!;
                    Encoding.UTF8.GetByteCount(svg).ShouldBeLessThanOrEqualTo(MostBytes);
                    root.Descendants()
                        .Select(static element => element.Name.LocalName)
                        .Distinct()
                        .Except(["title", "style", "rect", "text", "line", "polyline"])
                        .ShouldBeEmpty();
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("</text><script>alert(1)</script>")]
    [InlineData("\" onload=\"alert(1)")]
    [InlineData("]]> &amp; &#x3c;script> \uFFFE\uD800")]
    [InlineData("<!-- hidden --> <style>*{display:none}</style>")]
    public void Markup_in_a_name_is_shown_and_not_read(string name)
    {
        XElement root = XDocument.Parse(Draw(name, name)).Root!;

        root.Descendants().Count(static element => element.Name.LocalName is "script" or "style").ShouldBe(1);
        root.DescendantsAndSelf().Attributes().ShouldNotContain(static a => a.Name.LocalName.StartsWith("on"));
    }

    [Fact]
    public void Of_many_bars_the_first_twenty_are_drawn_and_the_others_counted()
    {
        string svg = new BarChart(
            "Many",
            "All",
            ["one"],
            [.. Enumerable.Range(0, 500).Select(static i => new ChartBar($"Bar {i}", [500 - i], $"{i}"))]
        ).Draw();

        Encoding.UTF8.GetByteCount(svg).ShouldBeLessThanOrEqualTo(MostBytes);
        svg.ShouldContain("Bar 19<");
        svg.ShouldNotContain("Bar 20<");
        svg.ShouldContain("and 480 more");
    }

    [Fact]
    public void Nothing_at_all_is_a_picture_too() =>
        XDocument.Parse(new BarChart("None", "", ["a", "b"], []).Draw()).Root.ShouldNotBeNull();

    private static string Draw(string name, string title) =>
        new BarChart(title, name, ["a", "b"], [new ChartBar(name, [1, 2], name), new ChartBar("b", [0, 0], title)])
        {
            Mark = (2, "mark"),
        }.Draw();
}
