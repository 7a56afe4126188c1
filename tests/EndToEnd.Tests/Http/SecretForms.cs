using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EndToEnd.Tests.Http;

/// <summary>The bytes that a secret has in the forms in which a program may keep it.</summary>
internal static class SecretForms
{
    private const int Group = 3;

    /// <summary>Each form's name and bytes; forms that are the same bytes are there once.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Of(string secret)
    {
        IEnumerable<(string Name, string Text)> texts =
        [
            ("plain", secret),
            ("percent-encoded", Uri.EscapeDataString(secret)),
            ("percent-encoded in lower case", LowerCasePercent(Uri.EscapeDataString(secret))),
            ("JSON", JsonEncodedText.Encode(secret).ToString()),
            (
                "JSON, least escaped",
                JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()
            ),
            .. Enumerable.Range(0, Group).Select(shift => ($"base64 after {shift}", Base64(secret, shift))),
            .. Enumerable
                .Range(0, Group)
                .Select(shift =>
                    ($"base64 for addresses after {shift}", Base64(secret, shift).Replace('+', '-').Replace('/', '_'))
                ),
        ];
        return
        [
            .. texts
                .DistinctBy(static form => form.Text)
                .SelectMany(static form =>
                    (IEnumerable<(string, byte[])>)
                        [
                            (form.Name, Encoding.UTF8.GetBytes(form.Text)),
                            ($"{form.Name}, UTF-16", Encoding.Unicode.GetBytes(form.Text)),
                        ]
                ),
        ];
    }

    /// <summary>What is the same in base64 whatever stands before and after, as in <c>Basic user:secret</c>.</summary>
    private static string Base64(string secret, int shift)
    {
        byte[] bytes = [.. new byte[shift], .. Encoding.UTF8.GetBytes(secret)];
        var whole = bytes[..(bytes.Length / Group * Group)];
        return Convert.ToBase64String(whole)[(shift == 0 ? 0 : Group + 1)..];
    }

    private static string LowerCasePercent(string text) =>
        string.Concat(
            text.Split('%').Select((part, i) => i == 0 ? part : $"%{part[..2].ToLowerInvariant()}{part[2..]}")
        );
}
