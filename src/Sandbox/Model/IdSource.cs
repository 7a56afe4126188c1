namespace ClickUpMcp.Sandbox.Model;

/// <summary>Hands out ids that look like ClickUp's and are the same in every run.</summary>
internal sealed class IdSource
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private long _number;
    private long _task;

    /// <summary>A digit string as spaces, folders, lists and time entries have it.</summary>
    public string Numeric(long first) => (first + ++_number).ToString();

    public long Number(long first) => first + ++_number;

    /// <summary>A workspace's prefix and a number, as docs, pages, views and channels have it.</summary>
    public string Prefixed() => $"8cn5a01-{1000 + ++_number}";

    public string Uuid()
    {
        var number = ++_number;
        return $"{(uint)(number * 2654435761):x8}-c0de-4acb-8000-{number:x12}";
    }

    /// <summary>The workspace and a number, as view ids are.</summary>
    public string View() => $"8cdn1-{2000 + ++_number}";

    /// <summary>Letters and digits, as task ids are.</summary>
    public string Task()
    {
        // An odd factor permutes the 30-bit numbers, so ids neither repeat nor count up.
        var value = (++_task * 387_420_489L) & 0x3FFF_FFFF;
        Span<char> text = stackalloc char[9];
        "86x".CopyTo(text);
        for (var index = 8; index >= 3; index--)
        {
            text[index] = Digits[(int)(value & 31)];
            value >>= 5;
        }

        return new string(text);
    }
}
