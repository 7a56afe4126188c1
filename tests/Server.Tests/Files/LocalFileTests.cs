using ClickUpMcp.Errors;
using ClickUpMcp.Files;

namespace ClickUpMcp.Tests.Files;

/// <summary>What of this machine is read, and what is not, whatever the path and whatever changes meanwhile.</summary>
public sealed class LocalFileTests : IDisposable
{
    private readonly FolderOfFiles _folder = new();

    /// <summary>Paths that lead out of the root, or try to; <c>ROOT</c> and <c>OUT</c> stand for the folders.</summary>
    public static TheoryData<string> Escapes { get; } =
    [
        "../outside/plain.txt",
        "../../etc/passwd",
        "../../../../../../../../etc/passwd",
        "sub/../../outside/plain.txt",
        "sub/deep/../../../outside/plain.txt",
        "./../outside/plain.txt",
        "./report.pdf",
        "sub/./deep/Übersicht 1.txt",
        "sub/../report.pdf",
        ".. /outside/plain.txt",
        " ../outside/plain.txt",
        "..\\outside\\plain.txt",
        "..\\..\\..\\windows\\win.ini",
        "sub\\..\\..\\outside\\plain.txt",
        "sub/..\\../outside/plain.txt",
        "..",
        ".",
        "",
        " ",
        "/",
        "//",
        "\\",
        "\\\\",
        "ROOT",
        "ROOT/",
        "ROOT/..",
        "ROOT/../outside/plain.txt",
        "ROOT/../root-not/plain.txt",
        "ROOT-not/plain.txt",
        "ROOT/sub/../../outside/plain.txt",
        "ROOT//../outside/plain.txt",
        "OUT/plain.txt",
        "OUT",
        "/etc/passwd",
        "/etc/shadow",
        "/etc/../etc/passwd",
        "/proc/self/environ",
        "/proc/self/cmdline",
        "/proc/self/root/etc/passwd",
        "/proc/self/cwd/x",
        "/proc/1/environ",
        "/dev/zero",
        "/dev/stdin",
        "/dev/fd/0",
        "/dev/mem",
        "/sys/kernel/notes",
        "//etc/passwd",
        "//server/share/file.txt",
        "\\\\server\\share\\file.txt",
        "\\\\?\\C:\\plain.txt",
        "\\\\.\\PhysicalDrive0",
        "\\\\.\\pipe\\x",
        "\\\\?\\UNC\\server\\share\\x",
        "C:\\Windows\\win.ini",
        "C:/Windows/win.ini",
        "C:plain.txt",
        "c:..\\plain.txt",
        "report.pdf:hidden",
        "report.pdf::$DATA",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "https://example.com/report.pdf",
        "~/plain.txt",
        "~root/.bashrc",
        "~",
        "report.pdf\0.png",
        "\0",
        "report.pdf\n",
        "rep\u0085ort.pdf",
        "report.pdf/",
        "report.pdf/.",
        "report.pdf/..",
        "sub",
        "sub/",
        "report.pdf\uFFFD",
        "%2e%2e/outside/plain.txt",
        "%2e%2e%2foutside%2fplain.txt",
        "..%2foutside/plain.txt",
        "..%c0%af/outside/plain.txt",
        "．．/outside/plain.txt",
        "‥/outside/plain.txt",
        "...",
        ".../outside/plain.txt",
        "$HOME/plain.txt",
        "${HOME}/plain.txt",
        "$(cat /etc/passwd)",
        "`id`",
        "|cat /etc/passwd",
        "-rf",
        "*",
        "sub/*",
        "CON",
        "NUL",
        "aux.txt",
        "COM1",
    ];

    [Fact]
    public void The_suite_has_sixty_paths() => Escapes.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Escapes))]
    public void F_01_No_path_leads_out_of_the_allowed_folder(string path)
    {
        string meant = path.Replace("ROOT", _folder.Root).Replace("OUT", _folder.Outside);

        ActionableException refusal = Should.Throw<ActionableException>(() => _folder.Open().OpenRead(meant));

        string told = $"{refusal.What} {refusal.Why} {refusal.Next}";
        told.ShouldNotContain(_folder.Root);
        told.ShouldNotContain(FolderOfFiles.Secret);
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("sub/deep/Übersicht 1.txt")]
    [InlineData("ROOT/report.pdf")]
    [InlineData("ROOT/sub/deep/Übersicht 1.txt")]
    [InlineData("ROOT//sub/deep//Übersicht 1.txt")]
    public async Task F_01_What_is_in_the_folder_is_read(string path)
    {
        using LocalFile file = _folder.Open().OpenRead(path.Replace("ROOT", _folder.Root));

        (await ReadAsync(file)).ShouldBe("fine");
        (await ReadAsync(file)).ShouldBe("fine", "each attempt reads from the start");
        file.Length.ShouldBe(4);
    }

    [Fact]
    public async Task F_01_A_link_counts_as_what_it_leads_to()
    {
        _folder.Link("inside.txt", Path.Join(_folder.Root, "report.pdf"));
        _folder.Link("relative.txt", "sub/../report.pdf");
        _folder.Link("folder", Path.Join(_folder.Root, "sub"));

        foreach (string path in (string[])["inside.txt", "relative.txt", "folder/deep/Übersicht 1.txt"])
        {
            using LocalFile file = _folder.Open().OpenRead(path);
            (await ReadAsync(file)).ShouldBe("fine");
        }
    }

    [Fact]
    public void F_01_A_link_that_leads_out_is_refused()
    {
        _folder.Link("plain.txt", Path.Join(_folder.Outside, "plain.txt"));
        _folder.Link("relative.txt", "../outside/plain.txt");
        _folder.Link("folder", _folder.Outside);
        _folder.Link("two", "folder");
        _folder.Link("passwd", "/proc/self/root/etc/passwd");
        _folder.Link("round", "round");
        _folder.Link("gone", Path.Join(_folder.Outside, "not-there.txt"));

        foreach (
            string path in (string[])
                [
                    "plain.txt",
                    "relative.txt",
                    "folder/plain.txt",
                    "two/plain.txt",
                    "passwd",
                    "round",
                    "gone",
                    "folder/not-there.txt",
                ]
        )
        {
            Should
                .Throw<ActionableException>(() => _folder.Open().OpenRead(path))
                .What.ShouldBe("The file is not in a folder that this server may use.", path);
        }
    }

    [Fact]
    public void F_01_A_link_put_in_after_the_check_leads_nowhere()
    {
        string sub = Path.Join(_folder.Root, "sub");
        Directory.Move(Path.Join(sub, "deep"), Path.Join(sub, "kept"));
        string deep = Directory.CreateDirectory(Path.Join(sub, "deep")).FullName;
        File.WriteAllText(Path.Join(deep, "plain.txt"), "fine");
        LocalFiles files = _folder.Open(beforeOpen: () =>
        {
            Directory.Delete(deep, recursive: true);
            Directory.CreateSymbolicLink(deep, _folder.Outside);
        });

        Should
            .Throw<ActionableException>(() => files.OpenRead("sub/deep/plain.txt"))
            .What.ShouldBe("The file is not in a folder that this server may use.");
    }

    [Fact]
    public async Task F_01_Whoever_swaps_a_link_as_fast_as_can_be_never_gets_what_is_outside()
    {
        const int Reads = 3_000;
        string place = Path.Join(_folder.Root, "swapped.txt");
        string good = Path.Join(_folder.Root, "to-good");
        string bad = Path.Join(_folder.Root, "to-bad");
        string folder = Path.Join(_folder.Root, "folder");
        string fine = Directory.CreateDirectory(Path.Join(_folder.Root, "fine")).FullName;
        File.WriteAllText(Path.Join(fine, "plain.txt"), "fine");
        using CancellationTokenSource done = new();
        Task swapping = Task.Run(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    File.CreateSymbolicLink(good, Path.Join(fine, "plain.txt"));
                    File.Move(good, place, overwrite: true);
                    Directory.CreateSymbolicLink(folder, fine);
                    File.CreateSymbolicLink(bad, Path.Join(_folder.Outside, "plain.txt"));
                    File.Move(bad, place, overwrite: true);
                    Directory.Delete(folder);
                    Directory.CreateSymbolicLink(folder, _folder.Outside);
                    Directory.Delete(folder);
                }
            },
            TestContext.Current.CancellationToken
        );
        LocalFiles files = _folder.Open();
        int read = 0;
        for (int i = 0; i < Reads; i++)
        {
            try
            {
                using LocalFile file = files.OpenRead(i % 2 == 0 ? "swapped.txt" : "folder/plain.txt");
                (await ReadAsync(file)).ShouldBe("fine");
                read++;
            }
            catch (ActionableException)
            {
                // Refused: what counts is that nothing else was read.
            }
        }

        await done.CancelAsync();
        await swapping;
        TestContext.Current.SendDiagnosticMessage($"{read} of {Reads} reads found the good file.");
    }

    [Theory]
    [InlineData(".env")]
    [InlineData(".env.local")]
    [InlineData("prod.env")]
    [InlineData(".ssh/id_ed25519")]
    [InlineData(".ssh/config")]
    [InlineData("sub/.git/config")]
    [InlineData(".aws/credentials")]
    [InlineData("id_rsa")]
    [InlineData("ID_RSA.bak")]
    [InlineData("id_ed25519.pub")]
    [InlineData("server.pem")]
    [InlineData("server.KEY")]
    [InlineData("store.p12")]
    [InlineData("store.pfx")]
    [InlineData("passwords.kdbx")]
    [InlineData("terraform.tfstate")]
    [InlineData("terraform.tfstate.backup")]
    [InlineData("secrets/plain.txt")]
    [InlineData("secrets.yaml")]
    [InlineData("credentials.json")]
    [InlineData("client_secret_1.apps.json")]
    [InlineData("service-account-prod.json")]
    [InlineData("bash_history")]
    [InlineData("shadow")]
    public void F_02_Names_of_secrets_are_refused_in_the_folder_too(string path)
    {
        _folder.Write(path, FolderOfFiles.Secret);
        _folder.Link("harmless.txt", Path.Join(_folder.Root, path));

        foreach (string given in (string[])[path, Path.Join(_folder.Root, path), "harmless.txt"])
        {
            Should
                .Throw<ActionableException>(() => _folder.Open().OpenRead(given))
                .What.ShouldBe("The file is not used for its name.");
        }
    }

    [Fact]
    public void F_02_The_operator_allows_names_and_refuses_others()
    {
        _folder.Write(".gitignore", "fine");
        _folder.Write("notes.bak", "fine");
        FileAccessOptions options = new() { Allowed = [".gitignore"], Denied = ["*.bak"] };

        _folder.Open(options).OpenRead(".gitignore").Dispose();
        Should.Throw<ActionableException>(() => _folder.Open(options).OpenRead("notes.bak"));
        _folder.Open().OpenRead("notes.bak").Dispose();
    }

    [Fact]
    public void F_01_Only_regular_files_of_a_bounded_size_are_read()
    {
        _folder.Write("empty.txt", "");
        _folder.Write("large.bin", new string('x', 1025));

        Should
            .Throw<ActionableException>(() => _folder.Open().OpenRead("empty.txt"))
            .What.ShouldBe("The file has no bytes.");
        Should
            .Throw<ActionableException>(() => _folder.Open(new() { MaxBytes = 1024 }).OpenRead("large.bin"))
            .What.ShouldBe("The file is too large.");
        _folder.Open(new() { MaxBytes = 1025 }).OpenRead("large.bin").Dispose();
        Should
            .Throw<ActionableException>(() => _folder.Open().OpenRead("gone.txt"))
            .What.ShouldBe("There is no such file in the allowed folder.");
    }

    [Fact]
    public void F_01_Without_a_folder_nothing_is_read()
    {
        LocalFiles files = new(new FileAccessOptions());

        Should
            .Throw<ActionableException>(() => files.OpenRead(Path.Join(_folder.Root, "report.pdf")))
            .What.ShouldBe("This server uses no local files.");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> ReadAsync(LocalFile file)
    {
        await using Stream stream = await file.OpenAsync(TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
