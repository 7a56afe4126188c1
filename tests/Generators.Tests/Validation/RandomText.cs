using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>Random texts that have a format and a length in code points.</summary>
internal sealed class RandomText(Random random)
{
    private const string Word = "abcxyzABCXYZ0189_-";
    private const string Hex = "0123456789abcdefABCDEF";

    // One code point each; the last three are of two, of three and of four bytes.
    private static readonly string[] Any = ["a", "B", "7", " ", "@", ".", "é", "漢", "😀"];

    /// <summary>A text that satisfies the format and both lengths.</summary>
    public string Of(TypeModel type)
    {
        int minimum = type.MinLength ?? 0;
        int length = Math.Min(random.Next(minimum, minimum + 9), type.MaxLength ?? int.MaxValue);
        return type.Format switch
        {
            StringFormat.Id => From(Word, Edge(type, length, 64)),
            StringFormat.Digits => From("0123456789", Edge(type, length, 20)),
            StringFormat.Uuid => string.Join('-', new[] { 8, 4, 4, 4, 12 }.Select(n => From(Hex, n))),
            StringFormat.Email => $"{Plain(Math.Max(1, length))}@{From(Word, 3)}.{From(Word, 2)}",
            StringFormat.HttpsUrl => $"https://{Plain(Math.Max(1, length))}",
            StringFormat.Color => "#" + From(Hex, 6),
            _ => OfLength(length),
        };
    }

    /// <summary>A text of exactly so many code points.</summary>
    public string OfLength(int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Any[random.Next(Any.Length)]));

    // One in four is as long as the format allows.
    private int Edge(TypeModel type, int length, int longest) =>
        random.Next(4) == 0 ? Math.Min(longest, type.MaxLength ?? longest) : Math.Max(1, length);

    private string Plain(int length) => OfLength(length).Replace(' ', '+').Replace('@', '+');

    private string From(string alphabet, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
}
