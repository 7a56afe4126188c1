using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Code is written for a tool only where the spec says why, and for few.</summary>
[Trait("Writes", "files")]
public sealed class HandlersPageTests
{
    private const int MostHandlers = 45;

    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.ShouldMatch(HandlersPage.Write(), "docs", "handlers.md");

    [Fact]
    public void Few_tools_are_written_by_hand() => HandlersPage.Rows.Count.ShouldBeLessThanOrEqualTo(MostHandlers);

    [Fact]
    public void Every_handler_class_has_a_row() =>
        typeof(TypedTool<>)
            .Assembly.GetTypes()
            .Where(static type =>
                type.GetInterfaces()
                    .Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IToolHandler<>))
            )
            .Select(static type => type.Name)
            .ShouldBe(HandlersPage.Rows.Select(static row => row.Handler), ignoreOrder: true);
}
