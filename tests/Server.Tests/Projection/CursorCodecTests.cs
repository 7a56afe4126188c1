using System.Buffers.Text;
using System.Text;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

[Trait("Requirement", "T-05")]
public class CursorCodecTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const string Strange = "+/=. \n\0é";

    private static readonly SealKey Key = SealKey.Of("a secret that several processes share");

    private readonly ManualTimeProvider _time = new();
    private readonly CursorCodec _codec;
    private readonly byte[] _call;

    public CursorCodecTests()
    {
        _codec = new CursorCodec(Key, "anna", _time);
        _call = _codec.Bind("list_tasks", "{\"list\":\"1\"}"u8);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("17", 99)]
    [InlineData("", int.MaxValue)]
    [InlineData("\"a\\n/+=\u00e9😀\"", 3)]
    public void A_position_round_trips(string value, int offset)
    {
        PagePosition position = new(value, offset);
        foreach (PaginationStyle style in Enum.GetValues<PaginationStyle>())
        {
            string cursor = _codec.Encode(position, style, _call);

            _codec.Decode(cursor, style, _call).ShouldBe(position);
            cursor.ShouldAllBe(static c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_');
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("12")]
    [InlineData("123")]
    public void T_05_any_change_of_any_character_is_refused(string value)
    {
        string cursor = Cursor(value);
        for (int i = 0; i < cursor.Length; i++)
        {
            foreach (char other in Alphabet + Strange)
            {
                if (cursor[i] != other)
                {
                    Refuses(cursor[..i] + other + cursor[(i + 1)..]);
                }
            }
        }
    }

    [Fact]
    public void T_05_any_change_of_any_byte_is_refused()
    {
        byte[] bytes = Base64Url.DecodeFromChars(Cursor("12"));
        for (int i = 0; i < bytes.Length; i++)
        {
            for (int change = 1; change < 256; change++)
            {
                byte[] changed = [.. bytes];
                changed[i] ^= (byte)change;
                Refuses(Base64Url.EncodeToString(changed));
            }
        }
    }

    [Fact]
    public void T_05_any_part_of_a_cursor_and_any_addition_to_it_are_refused()
    {
        string cursor = Cursor("12");
        for (int i = 0; i < cursor.Length; i++)
        {
            Refuses(cursor[..i]);
            Refuses(cursor[(i + 1)..]);
            Refuses(cursor.Insert(i, "A"));
        }

        foreach (char other in Alphabet + Strange)
        {
            Refuses(cursor + other);
            Refuses(other + cursor);
        }
    }

    /// <summary>What a stranger writes who knows the form but not the key; the last is the form of earlier versions.</summary>
    [Fact]
    public void T_05_a_forged_cursor_is_refused()
    {
        CursorCodec stranger = new(SealKey.OfProcess(), "anna", _time);
        byte[] call = stranger.Bind("list_tasks", "{\"list\":\"1\"}"u8);
        Refuses(stranger.Encode(new PagePosition("1", 0), PaginationStyle.Page, call));
        Refuses(Base64Url.EncodeToString(new byte[64]));
        Refuses(Base64Url.EncodeToString("3a6e7ba71\nlist_tasks\n3\n0\nnot a cursor"u8));
        foreach (string text in (string[])["", "abc", "!!!", "😀", new string('A', 1000)])
        {
            Refuses(text);
        }
    }

    [Fact]
    public void T_05_a_cursor_belongs_to_its_owner_tool_arguments_and_style()
    {
        string cursor = Cursor("1");
        CursorCodec ben = new(Key, "ben", _time);

        Refuses(cursor, ben, ben.Bind("list_tasks", "{\"list\":\"1\"}"u8));
        Refuses(cursor, _codec, _codec.Bind("list_lists", "{\"list\":\"1\"}"u8));
        Refuses(cursor, _codec, _codec.Bind("list_tasks", "{\"list\":\"2\"}"u8));
        Refuses(cursor, _codec, _codec.Bind("list_tasks", "{}"u8));
        Refuses(cursor, _codec, _call, PaginationStyle.Cursor);
        _codec.Decode(cursor, PaginationStyle.Page, _call).Value.ShouldBe("1");
    }

    [Fact]
    public void T_05_a_cursor_is_good_for_a_day_in_every_process_of_the_key()
    {
        string cursor = Cursor("1");
        CursorCodec other = new(SealKey.Of("a secret that several processes share"), "anna", _time);

        _time.Advance(TimeSpan.FromHours(24));
        other.Decode(cursor, PaginationStyle.Page, _call).Value.ShouldBe("1");

        _time.Advance(TimeSpan.FromSeconds(1));
        ActionableException expired = Should.Throw<ActionableException>(() =>
            other.Decode(cursor, PaginationStyle.Page, _call)
        );
        expired.What.ShouldContain("expired");
        expired.Next!.ShouldContain("start from the beginning");
    }

    /// <summary>A text that ends the position early must not pass for a part of what it is bound to.</summary>
    [Fact]
    public void T_05_positions_and_bindings_do_not_run_into_each_other()
    {
        byte[] longer = [.. _call, .. Encoding.UTF8.GetBytes("x")];
        string cursor = _codec.Encode(new PagePosition("y", 0), PaginationStyle.Link, longer);
        Refuses(cursor, _codec, _call, PaginationStyle.Link);
    }

    private string Cursor(string value) => _codec.Encode(new PagePosition(value, 34), PaginationStyle.Page, _call);

    private void Refuses(string cursor) => Refuses(cursor, _codec, _call);

    private static void Refuses(
        string cursor,
        CursorCodec codec,
        byte[] call,
        PaginationStyle style = PaginationStyle.Page
    )
    {
        ActionableException error = Should.Throw<ActionableException>(() => codec.Decode(cursor, style, call), cursor);
        error.What.ShouldBe("The cursor does not belong to this call.");
        error.Next!.ShouldContain("start from the beginning");
    }
}
