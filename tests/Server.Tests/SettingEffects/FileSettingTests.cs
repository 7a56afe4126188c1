using System.Diagnostics;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tests.Cli;

namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>Of every setting that names a file: what is no such file ends the start with one line.</summary>
public sealed class FileSettingTests : IDisposable
{
    private const string Config = "config";
    private const int TooLarge = (1024 * 1024) + 1;

    // A certificate is sent to everybody.
    private static readonly string[] Public = ["tlsCertificate", "audit", "adminSocket"];

    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;
    private readonly CertificateFiles _certificate = new();

    private static IEnumerable<string> Named =>
        SettingRun
            .All.Where(static setting => setting.Value?.Contains("PATH", StringComparison.Ordinal) == true)
            .Select(static setting => setting.Key)
            .Append(Config);

    public static TheoryData<string, string> Wrong()
    {
        TheoryData<string, string> rows = [];
        foreach (string key in Named)
        {
            string[] kinds = ["folder", "pipe", "device", "endless", "empty", "large", "garbage", "loop"];
            kinds = key switch
            {
                // A file that is written is made, and a pipe or a device may be just what is meant.
                "audit" => ["folder", "no such folder"],
                "adminSocket" => [.. kinds, "no such folder"],
                _ => [.. kinds, "missing"],
            };
            foreach (string kind in kinds)
            {
                rows.Add(key, kind);
            }
        }

        return rows;
    }

    public static TheoryData<string, UnixFileMode> Exposed()
    {
        TheoryData<string, UnixFileMode> rows = [];
        foreach (string key in Named.Except(Public))
        {
            rows.Add(key, UnixFileMode.OtherRead);
            rows.Add(key, UnixFileMode.OtherWrite);
        }

        return rows;
    }

    [Fact]
    public void There_are_such_settings() =>
        Named
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "adminSocket",
                "apiKeyFile",
                "audit",
                "auditKeyFile",
                Config,
                "cursorKeyFile",
                "masterKeyFile",
                "tlsCertificate",
                "tlsKey",
                "tokensFile",
            ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_such_file_is_one_line(string key, string kind)
    {
        string path = await MakeAsync(kind);
        CliRun run = await CliRun.RunAsync(["http", "--sandbox", "--listen=127.0.0.1:0", .. Flags(key, path)]);

        // What is wrong in a configuration file is wrong as a flag is.
        int exitCode = (key, kind) == (Config, "garbage") ? ExitCode.Usage : ExitCode.Failed;
        run.ShouldBeOneLine(exitCode);
        // Where it is looked for is not always said by a flag, so its errors name the file.
        if (key != Config)
        {
            run.Error.ShouldNotContain(_folder);
        }

        if (Settings.All.Any(setting => setting.Key == key && key != "audit") || key == Config)
        {
            foreach (string verb in (string[])["tools", "doctor", "call", "stdio"])
            {
                string[] words = verb == "call" ? [verb, "get_current_user"] : [verb];
                (await CliRun.RunAsync([.. words, .. Flags(key, path)])).ShouldBeOneLine(exitCode);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Exposed))]
    public async Task Over_HTTP_a_secret_that_others_can_open_is_refused(string key, UnixFileMode mode)
    {
        string path = Good(key);
        PrivateFile.Open(path, mode);

        CliRun run = await CliRun.RunAsync(["http", "--sandbox", "--listen=127.0.0.1:0", .. Flags(key, path)]);

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain("chmod o-rw");
    }

    [Theory]
    [InlineData("apiKeyFile", UnixFileMode.OtherRead, true)]
    [InlineData("apiKeyFile", UnixFileMode.GroupRead, false)]
    [InlineData(Config, UnixFileMode.OtherRead, true)]
    [InlineData(Config, UnixFileMode.None, false)]
    public async Task Elsewhere_it_is_warned_of(string key, UnixFileMode mode, bool isWarned)
    {
        string path = Good(key);
        PrivateFile.Open(path, mode);

        foreach (
            string[] words in (string[][])
                [
                    ["tools"],
                    ["doctor", "--sandbox"],
                    ["call", "get_current_user", "--sandbox"],
                ]
        )
        {
            CliRun run = await CliRun.RunAsync([.. words, .. Flags(key, path)]);
            run.Error.Contains("chmod o-rw", StringComparison.Ordinal).ShouldBe(isWarned, run.Error);
            run.Error.Count(static c => c == '\n').ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public async Task A_link_to_a_file_is_that_file()
    {
        string link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, Good(Config));

        (await CliRun.RunAsync("tools", "--config", link)).ExitCode.ShouldBe(ExitCode.Ok);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Flags(string key, string path) =>
        key switch
        {
            Config => [$"--config={path}"],
            "tlsCertificate" => [$"--tls-certificate={path}", $"--tls-key={_certificate.Key}"],
            "tlsKey" => [$"--tls-key={path}", $"--tls-certificate={_certificate.Chain}"],
            _ => [$"--{SettingRun.All.Single(setting => setting.Key == key).Flag}={path}"],
        };

    private string Good(string key)
    {
        string path = Path.Combine(_folder, "good");
        PrivateFile.Write(
            path,
            key switch
            {
                Config => "{}",
                "apiKeyFile" => "pk_1_KEY",
                "masterKeyFile" => SettingRows.MasterKey,
                "tokensFile" => $"anna {TokenFile.HashOf(TokenFile.Anna)}",
                "tlsKey" => File.ReadAllText(_certificate.Key),
                _ => "0123456789abcdef0123456789abcdef",
            }
        );
        return path;
    }

    private async Task<string> MakeAsync(string kind)
    {
        string path = Path.Combine(_folder, "file");
        switch (kind)
        {
            case "folder":
                return _folder;
            case "no such folder":
                return Path.Combine(path, "file");
            case "device":
                return "/dev/null";
            case "endless":
                return "/dev/zero";
            case "pipe":
                using (Process process = Process.Start("mkfifo", path))
                {
                    await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                }

                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "large":
                File.WriteAllBytes(path, new byte[TooLarge]);
                break;
            case "garbage":
                File.WriteAllBytes(path, [0, 0xFF, 0x1B, (byte)'[', (byte)'m', 10, 0xC3]);
                break;
            case "loop":
                File.CreateSymbolicLink(path, path);
                break;
        }

        return path;
    }
}
