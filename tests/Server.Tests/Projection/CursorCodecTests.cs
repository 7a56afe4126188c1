using ClickUpMcp.Errors;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

public class CursorCodecTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("17", 99)]
    public void A_position_round_trips(string value, int offset)
    {
        PagePosition position = new(value, offset);
        string cursor = CursorCodec.Encode(position, "get_tasks", PaginationStyle.Page);

        CursorCodec.Decode(cursor, "get_tasks", PaginationStyle.Page).ShouldBe(position);
        cursor.ShouldAllBe(static c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_');
    }

    [Fact]
    public void Any_upstream_cursor_round_trips()
    {
        PagePosition position = new("\"a\\n/+=\u00e9😀\"", 3);
        CursorCodec
            .Decode(CursorCodec.Encode(position, "t", PaginationStyle.Cursor), "t", PaginationStyle.Cursor)
            .ShouldBe(position);
    }

    [Fact]
    public void Every_changed_character_is_noticed()
    {
        string cursor = CursorCodec.Encode(new PagePosition("12", 34), "get_tasks", PaginationStyle.Page);
        for (int i = 0; i < cursor.Length; i++)
        {
            foreach (char other in "Ab9_ \n")
            {
                if (cursor[i] != other)
                {
                    string changed = cursor[..i] + other + cursor[(i + 1)..];
                    Should
                        .Throw<ActionableException>(
                            () => CursorCodec.Decode(changed, "get_tasks", PaginationStyle.Page),
                            changed
                        )
                        .Next!.ShouldContain("start from the beginning");
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("!!!")]
    [InlineData("😀")]
    public void Nonsense_is_refused(string cursor) =>
        Should.Throw<ActionableException>(() => CursorCodec.Decode(cursor, "t", PaginationStyle.Page));

    [Fact]
    public void A_cursor_belongs_to_its_tool_and_style()
    {
        string cursor = CursorCodec.Encode(new PagePosition("1", 0), "get_tasks", PaginationStyle.Page);

        Should
            .Throw<ActionableException>(() => CursorCodec.Decode(cursor, "get_lists", PaginationStyle.Page))
            .What.ShouldContain("another tool");
        Should.Throw<ActionableException>(() => CursorCodec.Decode(cursor, "get_tasks", PaginationStyle.Cursor));
    }
}
