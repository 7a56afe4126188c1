using System.Text;

namespace ClickUpMcp.Tests;

/// <summary>The forms in which a secret may be written by mistake: as it is, or encoded so that anybody can read it back.</summary>
internal static class Leak
{
    /// <summary>Fails where the text holds the secret in any of its forms.</summary>
    public static void ShouldNotLeak(this string text, string secret)
    {
        foreach ((string name, string form, StringComparison comparison) in FormsOf(secret))
        {
            text.Contains(form, comparison).ShouldBeFalse($"as {name}: {form}\n{text}");
        }
    }

    /// <summary>Every form, with its name and how it is compared.</summary>
    public static IEnumerable<(string Name, string Form, StringComparison Comparison)> FormsOf(string secret)
    {
        const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;
        yield return ("plain text", secret, AnyCase);
        yield return ("UTF-16", Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret)), AnyCase);
        foreach (
            string cased in (string[])
                [.. new[] { secret, secret.ToLowerInvariant(), secret.ToUpperInvariant() }.Distinct()]
        )
        {
            byte[] bytes = Encoding.UTF8.GetBytes(cased);
            yield return ("hexadecimal digits", Convert.ToHexString(bytes), AnyCase);
            // How a number of those bytes prints on a machine that keeps the low ones first.
            yield return ("digits in reverse", Convert.ToHexString([.. bytes.AsEnumerable().Reverse()]), AnyCase);
            yield return ("UTF-16 in digits", Convert.ToHexString(Encoding.Unicode.GetBytes(cased)), AnyCase);
            yield return ("percent signs", string.Concat(bytes.Select(b => $"%{b:X2}")), AnyCase);
            yield return ("escapes", string.Concat(cased.Select(c => $@"\u{(int)c:X4}")), AnyCase);
            yield return ("bytes", string.Join(',', bytes), AnyCase);
            for (int before = 0; before < 3; before++)
            {
                string inside = Base64(bytes, before);
                yield return ($"base64 after {before} bytes", inside, StringComparison.Ordinal);
                yield return (
                    $"base64url after {before} bytes",
                    inside.Replace('+', '-').Replace('/', '_'),
                    StringComparison.Ordinal
                );
            }
        }
    }

    /// <summary>The digits that the bytes alone decide when others stand before and after them.</summary>
    private static string Base64(byte[] bytes, int before)
    {
        const int BitsOfDigit = 6;
        string all = Convert.ToBase64String([.. new byte[before], .. bytes]);
        int first = ((before * 8) + BitsOfDigit - 1) / BitsOfDigit;
        return all[first..((before + bytes.Length) * 8 / BitsOfDigit)];
    }
}
