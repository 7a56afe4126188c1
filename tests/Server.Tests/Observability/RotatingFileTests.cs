using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.Observability;

/// <summary>The audit's file: its own only, set aside in parts, and not for ever.</summary>
public sealed class RotatingFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);

    private string Path => System.IO.Path.Combine(_folder, "audit.jsonl");

    private IEnumerable<string> Parts =>
        Directory.GetFiles(_folder).Where(file => file != Path).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Trait("Requirement", "L-01")]
    public void L_01_only_its_owner_can_read_it_even_if_it_was_there()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes are those of Unix.");
            return;
        }

        File.WriteAllText(Path, "before\n");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        using var file = new RotatingFile(Path, new RetentionLimits(80, TimeSpan.Zero), _time);
        Write(file, "0123456789\n");

        foreach (string part in Directory.GetFiles(_folder))
        {
            File.GetUnixFileMode(part).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Fact]
    public void It_keeps_no_more_than_it_may_and_loses_the_oldest()
    {
        using var file = new RotatingFile(Path, new RetentionLimits(800, TimeSpan.Zero), _time);
        File.WriteAllText($"{Path}.notes", "not ours");
        for (int i = 0; i < 100; i++)
        {
            Write(file, $"{i:D49}\n");
            _time.Advance(TimeSpan.FromSeconds(1));
            Directory
                .GetFiles(_folder, "audit.jsonl*")
                .Sum(part => new FileInfo(part).Length)
                .ShouldBeLessThanOrEqualTo(808);
        }

        string[] lines =
        [
            .. Parts
                .Where(static part => !part.EndsWith("notes", StringComparison.Ordinal))
                .Append(Path)
                .SelectMany(File.ReadAllLines),
        ];
        lines.ShouldBe(lines.Order(StringComparer.Ordinal));
        lines[^1].ShouldEndWith("99");
        lines.Length.ShouldBeInRange(14, 16);
        File.Exists($"{Path}.notes").ShouldBeTrue();
    }

    [Fact]
    public void It_keeps_nothing_for_longer_than_it_may()
    {
        using var file = new RotatingFile(Path, new RetentionLimits(0, TimeSpan.FromDays(8)), _time);
        for (int day = 0; day < 40; day++)
        {
            Write(file, $"{day}\n");
            _time.Advance(TimeSpan.FromDays(1.1));
        }

        Parts.Count().ShouldBeInRange(6, 8);
    }

    [Fact]
    public void What_has_no_length_is_never_set_aside()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "There is no such device.");
        using var file = new RotatingFile("/dev/null", new RetentionLimits(8, TimeSpan.FromTicks(8)), _time);
        for (int i = 0; i < 10; i++)
        {
            Write(file, "0123456789\n");
            _time.Advance(TimeSpan.FromDays(1));
        }

        Directory.GetFiles("/dev", "null.*Z").ShouldBeEmpty();
    }

    private static void Write(RotatingFile file, string line) => file.Write(Encoding.ASCII.GetBytes(line));
}
