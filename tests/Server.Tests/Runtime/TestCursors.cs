using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>Cursors of one key for all tests, so that a cursor of one session means something in another.</summary>
internal static class TestCursors
{
    public const string Anna = "anna";

    public static readonly SealKey Key = SealKey.Of("0123456789abcdef0123456789abcdef");

    public static CursorCodec Codec(TimeProvider time, string owner = Anna) => new(Key, owner, time);

    /// <summary>The cursor that a result shows; null when there is none.</summary>
    public static string? In(string text) =>
        text.Split("cursor=") is [_, var rest, ..]
            ? string.Concat(rest.TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            : null;

    /// <summary>The cursors of a call of a tool without arguments.</summary>
    public static CallCursors Of(string tool, TimeProvider? time = null) =>
        new(Codec(time ?? new ManualTimeProvider()), tool, static () => "{}"u8.ToArray());
}
