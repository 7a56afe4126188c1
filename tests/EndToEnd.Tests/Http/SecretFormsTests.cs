using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.Http;

/// <summary>A secret is found in whatever form it lies in memory.</summary>
public sealed class SecretFormsTests
{
    private const string Secret = "0F5A77\"<+/?%&'\\>~";

    public static TheoryData<string> Texts =>
        [
            $"Authorization: {Secret}\r\n",
            $"?token={Uri.EscapeDataString(Secret)}&x=1",
            JsonSerializer.Serialize(Secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Secret}:")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"a:{Secret}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"u:{Secret}:p")).Replace('+', '-').Replace('/', '_'),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Secret}{Secret}")),
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    [Trait("Promise", "PA-01")]
    public void PA_01_it_is_seen_in_UTF_8_and_in_UTF_16(string text)
    {
        foreach (var memory in (byte[][])[Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)])
        {
            SecretForms.Of(Secret).Any(form => memory.AsSpan().IndexOf(form.Bytes) >= 0).ShouldBeTrue(text);
        }
    }
}
