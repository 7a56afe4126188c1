using ClickUpMcp.Api;

namespace ClickUpMcp.Generators.Spec;

/// <summary>A path at which the spec says that a thing shows a value: <c>!</c> or <c>+</c> in front, and one <c>[member=$argument]</c> in it.</summary>
/// <param name="Shown">The path as the runtime takes it, with <c>[member]</c> for the item that is picked.</param>
/// <param name="IsLacking">Whether the value is not to be there.</param>
/// <param name="IsAdding">Whether the value is added to a list, in which others may stand.</param>
internal readonly record struct ReadBackPath(string Shown, bool IsLacking, bool IsAdding)
{
    private const char Lacks = '!';
    private const char Adds = '+';
    private const string Items = "[]";

    /// <summary>The argument that picks an item; null when none does.</summary>
    public string? Item { get; private init; }

    /// <summary>The path in the response to the id that picks an item; null when none does.</summary>
    public string? ItemFrom { get; private init; }

    /// <summary>Reads a path; null when it is malformed.</summary>
    public static ReadBackPath? Parse(string text)
    {
        bool lacks = text.StartsWith(Lacks.ToString(), StringComparison.Ordinal);
        bool adds = text.StartsWith(Adds.ToString(), StringComparison.Ordinal);
        string path = lacks || adds ? text.Substring(1) : text;
        int equals = path.IndexOf('=');
        if (equals < 0)
        {
            return path.Length == 0 ? null : new ReadBackPath(path, lacks, adds);
        }

        int close = path.IndexOf(']', equals);
        bool isArgument = close > equals + 2 && path[equals + 1] == '$';
        bool isResponse = close > equals + 2 && path[equals + 1] == '.';
        if (!(isArgument || isResponse) || path.IndexOf('=', equals + 1) >= 0 || path.LastIndexOf('[', equals) <= 0)
        {
            return null;
        }

        string id = path.Substring(equals + 2, close - equals - 2);
        return new ReadBackPath(path.Substring(0, equals) + path.Substring(close), lacks, adds)
        {
            Item = isArgument ? id : null,
            ItemFrom = isResponse ? id : null,
        };
    }

    // Of one item that was picked, what stands in it is compared.
    private string AfterItem => Item is null && ItemFrom is null ? Shown : Shown.Substring(Shown.LastIndexOf(']') + 1);

    /// <summary>How an argument's value is compared with what stands there.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="usual">How it is compared as a single value.</param>
    public string KindFor(string argument, string usual) =>
        IsLacking
            ? Item == argument
                ? nameof(ReadBackKind.Empty)
                : nameof(ReadBackKind.Lacks)
            : AfterItem.Contains(Items)
                ? usual == nameof(ReadBackKind.Only) && !IsAdding
                    ? usual
                    : nameof(ReadBackKind.Holds)
                : usual is nameof(ReadBackKind.Holds) or nameof(ReadBackKind.Only)
                    ? nameof(ReadBackKind.Same)
                    : usual == nameof(ReadBackKind.Whole) && IsAdding
                        ? nameof(ReadBackKind.Some)
                        : usual;
}
