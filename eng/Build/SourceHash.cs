using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>One hash over files and folders of the repository, by path and content.</summary>
internal static class SourceHash
{
    public static string Of(IEnumerable<string> inputs, string salt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(salt));
        foreach (var file in inputs.SelectMany(FilesOf).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Repository.Root, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static IEnumerable<string> FilesOf(string input)
    {
        var path = Repository.At(input);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            : File.Exists(path) ? [path]
            : [];
    }
}
