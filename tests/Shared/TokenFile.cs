using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Tests;

/// <summary>A file of bearer tokens for one test.</summary>
internal sealed class TokenFile : IDisposable
{
    public const string Anna = "anna-0123456789abcdef-token";
    public const string Ben = "ben-0123456789abcdef-token";

    public TokenFile(params (string Name, string Token)[] tokens) => Write(tokens);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Write(params (string Name, string Token)[] tokens) =>
        File.WriteAllLines(
            Path,
            tokens.Select(token => $"{token.Name} {HashOf(token.Token)}").Prepend("# name and SHA-256")
        );

    public void Dispose() => File.Delete(Path);
}
