using ClickUpMcp.Errors;
using ClickUpMcp.Files;

namespace ClickUpMcp.Tests.Files.Downloads;

/// <summary>Where files are saved, under which names, and what never happens to what is there (F-03).</summary>
public sealed class DownloadFolderTests : IDisposable
{
    private readonly FolderOfFiles _folder = new();

    /// <summary>Names as attachments may have them in ClickUp, made by others.</summary>
    public static TheoryData<string> Titles { get; } =
    [
        "../../x",
        "../x",
        "..",
        ".",
        "...",
        "",
        " ",
        "/",
        "//",
        "\\",
        "\\\\server\\share\\x",
        "/etc/passwd",
        "/etc/cron.d/job",
        "~/.ssh/authorized_keys",
        "~",
        "~root",
        "../../../../../../../../tmp/x",
        "..\\..\\x",
        "..\\..\\..\\Windows\\System32\\x.dll",
        "a/../../x",
        "a\\..\\..\\x",
        "sub/x",
        "sub\\x",
        "C:\\x",
        "C:/x",
        "C:x",
        "\\\\?\\C:\\x",
        "\\\\.\\PhysicalDrive0",
        "file:///etc/passwd",
        "https://example.com/x",
        "report.pdf:hidden",
        "report.pdf::$DATA",
        "report.pdf\0.png",
        "\0",
        "x\n.txt",
        "x\r\n",
        "x\t.txt",
        "x\u001b[31m.txt",
        "x\u0085.txt",
        "x\u202Egnp.exe",
        "x\u200B.txt",
        "\uFEFFx.txt",
        "\uFF0E\uFF0E\uFF0Fx",
        "\u2025/x",
        "\u2215etc\u2215passwd",
        "\u2044x",
        "CON",
        "con",
        "CON.txt",
        "con.tar.gz",
        "CON .txt",
        "PRN",
        "AUX",
        "aux.c",
        "NUL",
        "nul.",
        "COM1",
        "com9.log",
        "COM\u00B9",
        "LPT1",
        "lpt\u00B3.txt",
        "CONIN$",
        "CONOUT$",
        "CLOCK$",
        ".bashrc",
        ".env",
        ".git",
        "...hidden",
        " .profile",
        "x.",
        "x ",
        "x. . .",
        "-rf",
        "--help",
        "*",
        "?",
        "x<y>z|w\"v",
        "$(touch x)",
        "`id`",
        "%2e%2e%2fx",
        "..%2fx",
        "..%c0%afx",
        "authorized_keys",
        "x.pdf",
        "\u00DCbersicht 1.txt",
        "\u65E5\u672C\u8A9E.pdf",
        "\U0001F600.png",
    ];

    /// <summary>What callers may give as a folder and is none that files are saved in; <c>ROOT</c> and <c>OUT</c> stand for the folders.</summary>
    public static TheoryData<string> Folders { get; } =
    [
        "..",
        "../",
        "../outside",
        "../root-not",
        "ROOT-not",
        "ROOT/..",
        "ROOT/../outside",
        "OUT",
        "OUT/",
        "/",
        "//",
        "/etc",
        "/tmp",
        "/proc/self/cwd",
        "/proc/self/root/tmp",
        "/dev/shm",
        "sub/../..",
        "sub/../../outside",
        "sub/..",
        "./sub",
        "sub/.",
        "sub\\..\\..",
        "..\\outside",
        "\\\\server\\share",
        "\\\\?\\C:\\",
        "C:\\",
        "C:",
        "file:///tmp",
        "~",
        "~/x",
        "sub\0",
        "sub\n",
        "\0",
        "sub:stream",
        "missing",
        "missing/deep",
        "report.pdf",
        ".ssh",
        "sub/.git",
        "sub/.git/hooks",
        "secrets",
        "%2e%2e/outside",
        "\uFF0E\uFF0E/outside",
        "link",
        "link/deep",
        "up",
        "round",
        "$HOME",
        "*",
    ];

    // Links are not walked into: some go round.
    private static readonly EnumerationOptions AllFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private string[] Files => [.. Directory.EnumerateFiles(_folder.Root, "*", AllFiles).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_suite_has_sixty_names() => Titles.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task F_03_Whatever_an_attachment_is_called_it_is_one_new_file_in_the_folder(string title)
    {
        string[] before = Files;

        string place = await SaveAsync(Open(), ".", title);

        Path.GetDirectoryName(place).ShouldBe(_folder.Root);
        Files.Except(before).ShouldBe([place]);
        File.ReadAllText(place).ShouldBe("bytes");
        string name = Path.GetFileName(place);
        name.IndexOfAny([.. "/\\:*?\"<>|"]).ShouldBe(-1);
        name.ShouldAllBe(static c => !char.IsControl(c));
        (name[0] is '.' or ' ' or '~' or '-' || name[^1] is '.' or ' ').ShouldBeFalse(name);
        string first = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        first.ShouldNotBeOneOf("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$", "COM1", "COM9", "LPT1");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(place).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("../../x", "_.._x")]
    [InlineData("~/.ssh/authorized_keys", "_.ssh_authorized_keys")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData(".env", "env")]
    [InlineData("report.pdf:hidden", "report.pdf_hidden")]
    [InlineData("x\u202Egnp.exe", "xgnp.exe")]
    [InlineData("", "attachment")]
    [InlineData("\u00DCbersicht 1.txt", "\u00DCbersicht 1.txt")]
    [InlineData("June 2026 (final).pdf", "June 2026 (final).pdf")]
    public void F_03_A_name_keeps_what_is_harmless(string title, string name) => SafeFileName.Of(title).ShouldBe(name);

    [Fact]
    public void F_03_Half_a_character_is_no_part_of_a_name() => SafeFileName.Of("x\uD800.txt").ShouldBe("x_.txt");

    [Fact]
    public async Task F_03_A_long_name_keeps_its_ending()
    {
        string place = await SaveAsync(Open(), ".", new string('\u00FC', 400) + ".tar.gz");

        Path.GetFileName(place).ShouldEndWith("\u00FC.gz");
        System.Text.Encoding.UTF8.GetByteCount(Path.GetFileName(place)).ShouldBeInRange(190, 200);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void F_03_No_other_folder_is_saved_to(string folder)
    {
        foreach (string made in (string[])[".ssh", "sub/.git/hooks", "secrets"])
        {
            Directory.CreateDirectory(Path.Join(_folder.Root, made));
        }

        _folder.Link("link", _folder.Outside);
        _folder.Link("up", "..");
        _folder.Link("round", "round");
        string[] before = Files;
        string[] outside = Directory.GetFiles(_folder.Outside);
        string meant = folder.Replace("ROOT", _folder.Root).Replace("OUT", _folder.Outside);

        ActionableException refusal = Should.Throw<ActionableException>(() => Open().Create(meant, "x.txt"));

        $"{refusal.What} {refusal.Why} {refusal.Next}".ShouldNotContain(_folder.Root);
        Files.ShouldBe(before);
        Directory.GetFiles(_folder.Outside).ShouldBe(outside);
    }

    [Theory]
    [InlineData(".", "")]
    [InlineData("ROOT", "")]
    [InlineData("ROOT/", "")]
    [InlineData("sub", "sub")]
    [InlineData("sub/deep/", "sub/deep")]
    [InlineData("ROOT/sub/deep", "sub/deep")]
    [InlineData("inside", "sub")]
    public async Task F_03_Folders_below_are_saved_to_and_links_count_as_what_they_lead_to(string folder, string below)
    {
        _folder.Link("inside", Path.Join(_folder.Root, "sub"));

        string place = await SaveAsync(Open(), folder.Replace("ROOT", _folder.Root), "x.txt");

        place.ShouldBe(Path.Join(_folder.Root, below, "x.txt"));
    }

    [Fact]
    public async Task F_03_Nothing_that_is_there_is_overwritten()
    {
        string kept = _folder.Write("x.tar.gz", "kept");
        string target = _folder.Write("target", "kept");
        _folder.Link("y.txt", target);
        _folder.Link("z.txt", Path.Join(_folder.Outside, "made-by-link.txt"));
        Directory.CreateDirectory(Path.Join(_folder.Root, "w.txt"));

        (await SaveAsync(Open(), ".", "x.tar.gz")).ShouldEndWith("/x.tar (1).gz");
        (await SaveAsync(Open(), ".", "x.tar.gz")).ShouldEndWith("/x.tar (2).gz");
        (await SaveAsync(Open(), ".", "y.txt")).ShouldEndWith("/y (1).txt");
        (await SaveAsync(Open(), ".", "z.txt")).ShouldEndWith("/z (1).txt");
        (await SaveAsync(Open(), ".", "w.txt")).ShouldEndWith("/w (1).txt");
        File.ReadAllText(kept).ShouldBe("kept");
        File.ReadAllText(target).ShouldBe("kept");
        File.Exists(Path.Join(_folder.Outside, "made-by-link.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task F_03_A_hundred_files_of_one_name_are_enough()
    {
        for (int i = 0; i < 100; i++)
        {
            await SaveAsync(Open(), ".", "x.txt");
        }

        Should
            .Throw<ActionableException>(() => Open().Create(".", "x.txt"))
            .What.ShouldBe("There are too many files of that name in the folder.");
    }

    [Fact]
    public void F_03_What_is_not_kept_is_gone()
    {
        string[] before = Files;

        using (NewFile file = Open().Create("sub", "x.txt"))
        {
            File.Exists(file.Place).ShouldBeTrue();
        }

        Files.ShouldBe(before);
    }

    [Fact]
    public void F_03_A_link_put_in_after_the_check_leads_nowhere()
    {
        string sub = Path.Join(_folder.Root, "sub");
        DownloadFolder downloads = Open(() =>
        {
            Directory.Move(sub, Path.Join(_folder.Root, "moved"));
            Directory.CreateSymbolicLink(sub, _folder.Outside);
        });

        Should
            .Throw<ActionableException>(() => downloads.Create("sub", "x.txt"))
            .What.ShouldBe("The folder is not in the one that files are saved in.");

        File.Exists(Path.Join(_folder.Outside, "x.txt")).ShouldBeFalse("not even an empty one stays");
    }

    [Fact]
    public async Task F_03_Whoever_swaps_a_link_as_fast_as_can_be_gets_nothing_outside()
    {
        const int Saves = 500;
        string place = Path.Join(_folder.Root, "folder");
        string fine = Directory.CreateDirectory(Path.Join(_folder.Root, "fine")).FullName;
        using CancellationTokenSource done = new();
        Task swapping = Task.Run(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    Directory.CreateSymbolicLink(place, fine);
                    Directory.Delete(place);
                    Directory.CreateSymbolicLink(place, _folder.Outside);
                    Directory.Delete(place);
                }
            },
            TestContext.Current.CancellationToken
        );
        DownloadFolder downloads = Open();
        int saved = 0;
        for (int i = 0; i < Saves; i++)
        {
            try
            {
                (await SaveAsync(downloads, "folder", $"{i}.txt")).ShouldStartWith(fine);
                saved++;
            }
            catch (ActionableException)
            {
                // Refused: what counts is that nothing was written elsewhere.
            }
        }

        await done.CancelAsync();
        await swapping;
        Directory.GetFiles(_folder.Outside).Select(Path.GetFileName).ShouldBe(["plain.txt"]);
        TestContext.Current.SendDiagnosticMessage($"{saved} of {Saves} saves found the good folder.");
    }

    [Fact]
    public void F_03_Without_a_folder_nothing_is_saved()
    {
        Should
            .Throw<ActionableException>(() => new DownloadFolder(new FileAccessOptions()).Create(".", "x.txt"))
            .Next!.ShouldContain("--download-root");
        FileAccessOptions gone = new() { DownloadRoot = Path.Join(_folder.Root, "gone") };
        Should.Throw<ActionableException>(() => new DownloadFolder(gone).Create(".", "x.txt"));
    }

    [Fact]
    public void F_03_Roots_of_uploads_are_no_folders_of_downloads()
    {
        FileAccessOptions reads = new() { Roots = [_folder.Root] };

        Should.Throw<ActionableException>(() => new DownloadFolder(reads).Create(".", "x.txt"));
    }

    public void Dispose() => _folder.Dispose();

    private DownloadFolder Open(Action? beforeOpen = null) =>
        new(new FileAccessOptions { DownloadRoot = _folder.Root }) { BeforeOpen = beforeOpen };

    private static async Task<string> SaveAsync(DownloadFolder folder, string path, string title)
    {
        using NewFile file = folder.Create(path, title);
        await file.WriteAsync("bytes"u8.ToArray(), TestContext.Current.CancellationToken);
        file.Keep();
        return file.Place.ShouldNotBeNull();
    }
}
