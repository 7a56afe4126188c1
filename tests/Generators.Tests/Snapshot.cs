using System.Runtime.CompilerServices;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Compares a text with its accepted copy in <c>Snapshots</c>; UPDATE_SNAPSHOTS=1 accepts what came.</summary>
internal static class Snapshot
{
    public static void Match(string name, string text, [CallerFilePath] string caller = "")
    {
        string folder = Path.Combine(FindProject(caller), "Snapshots");
        string verified = Path.Combine(folder, $"{name}.verified.cs.txt");
        string received = Path.Combine(folder, $"{name}.received.cs.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(verified, text);
            File.Delete(received);
            return;
        }

        string? expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        expected.ShouldNotBeNull($"No accepted snapshot {name}; run with UPDATE_SNAPSHOTS=1 after reading it.");
        text.ShouldBe(expected, $"Snapshot {name} changed; compare .received with .verified.");
    }

    private static string FindProject(string file)
    {
        string? folder = Path.GetDirectoryName(file);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Generators.Tests.csproj")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No test project above {file}.");
    }
}
