using ClickUpMcp.Build.Release;

namespace Build.Tests;

public sealed class ReproducibleTarTests
{
    private static readonly ArchiveEntry[] Entries =
    [
        new("b/c/d", [1, 2, 3]),
        new("b/a", [4], IsExecutable: true),
        new("e", []),
    ];

    [Fact]
    public void The_order_in_which_files_are_given_does_not_matter() =>
        Write([.. Entries.Reverse()]).ShouldBe(Write(Entries));

    [Fact]
    public void Folders_come_once_and_before_what_is_in_them() =>
        Unpacked.Tar(Write(Entries)).Keys.ShouldBe(["b/", "b/a", "b/c/", "b/c/d", "e"]);

    [Fact]
    public void What_is_compressed_is_the_same_again()
    {
        byte[] bytes = Write(Entries);

        Unpacked.Gzip(ReproducibleTar.Compress(bytes)).ShouldBe(bytes);
        ReproducibleTar.Compress(bytes).ShouldBe(ReproducibleTar.Compress(bytes));
    }

    private static byte[] Write(ArchiveEntry[] entries) => ReproducibleTar.Write(entries, SomeRelease.Info.Time);
}
