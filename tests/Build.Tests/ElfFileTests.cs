using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ClickUpMcp.Build;

namespace Build.Tests;

/// <summary>An executable whose mappings were cut is the same program, and one that every kernel starts.</summary>
public sealed class ElfFileTests
{
    private const ulong Page = ElfFile.PageSize;
    private const ulong Code = 0x401000;
    private const ulong Data = 0x700000;
    private const int CodePages = 700;
    private const int DataPages = 300;
    private const ulong Zeroed = 3 * Page + 100;
    private const uint ThreadLocals = 7;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 40)]
    [InlineData(3, 200)]
    [InlineData(4, 900)]
    public void Every_address_holds_what_it_held(int seed, int count)
    {
        byte[] before = SomeProgram();
        var random = new Random(seed);
        HashSet<ulong> pages =
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => (ulong)random.Next((int)(Code / Page), (int)(Data / Page) + DataPages + 2)),
        ];

        byte[] after = new ElfFile(before).WithApart(pages);

        ElfProgramHeader[] loads = Loads(after);
        foreach (var (one, next) in loads.Zip(loads.Skip(1)))
        {
            (one.Address + one.MemorySize).ShouldBeLessThanOrEqualTo(next.Address);
        }

        loads.ShouldAllBe(static load => load.Offset % Page == load.Address % Page);
        foreach (ElfProgramHeader load in Loads(before))
        {
            for (ulong at = 0; at < load.MemorySize; at += 512)
            {
                ElfProgramHeader piece = loads.Single(piece =>
                    load.Address + at >= piece.Address && load.Address + at < piece.Address + piece.MemorySize
                );
                piece.Rights.ShouldBe(load.Rights);
                Byte(after, piece, load.Address + at).ShouldBe(Byte(before, load, load.Address + at));
            }
        }
    }

    [Fact]
    public void A_page_that_lies_alone_is_a_mapping_of_its_own()
    {
        ulong page = (Code / Page) + 100;
        byte[] after = new ElfFile(SomeProgram()).WithApart(new HashSet<ulong> { page, page + 100 });

        ElfProgramHeader piece = Loads(after).Single(load => load.Address == page * Page);
        piece.MemorySize.ShouldBe(Page);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 60)]
    public void The_file_holds_each_page_once(int seed, int count)
    {
        byte[] before = SomeProgram();
        var random = new Random(seed);
        HashSet<ulong> pages =
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => (ulong)random.Next((int)(Code / Page), (int)(Code / Page) + CodePages)),
        ];

        byte[] after = new ElfFile(before).WithApart(pages);

        // The table of headers must lie behind all that is in memory, where there are gaps.
        ElfProgramHeader last = Loads(before)[^1];
        ulong least = Math.Max((ulong)before.Length, last.Address + last.MemorySize - 0x400000);
        ((ulong)after.Length).ShouldBeLessThan(least + (4 * Page));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void No_two_mappings_are_joined(int seed)
    {
        var random = new Random(seed);
        HashSet<ulong> pages =
        [
            .. Enumerable
                .Range(0, 30)
                .Select(_ => (ulong)random.Next((int)(Code / Page), (int)(Code / Page) + CodePages)),
            (Data / Page) + DataPages - 2,
        ];

        ElfProgramHeader[] loads = Loads(new ElfFile(SomeProgram()).WithApart(pages));

        loads
            .Zip(loads.Skip(1))
            .ShouldAllBe(static pair =>
                pair.First.Rights != pair.Second.Rights
                || pair.First.Address + pair.First.FileSize != pair.Second.Address
                || pair.First.Offset + pair.First.FileSize != pair.Second.Offset
            );
    }

    [Fact]
    public void What_is_read_by_its_place_in_the_file_is_found_there()
    {
        ulong page = (Data / Page) + 100;
        byte[] before = SomeProgram();
        byte[] after = new ElfFile(before).WithApart(new HashSet<ulong> { page });

        ElfProgramHeader locals = new ElfFile(after).Headers.Single(static header => header.Kind == ThreadLocals);
        int was = (int)new ElfFile(before).Headers.Single(static header => header.Kind == ThreadLocals).Offset;
        after.AsSpan((int)locals.Offset, 64).SequenceEqual(before.AsSpan(was, 64)).ShouldBeTrue();
        BinaryPrimitives.ReadUInt64LittleEndian(after.AsSpan(0x28)).ShouldBe(0UL, "no table of sections");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void There_are_no_more_headers_than_fit_on_a_page(int seed)
    {
        var random = new Random(seed);
        HashSet<ulong> pages =
        [
            .. Enumerable
                .Range(0, 70)
                .Select(_ => (ulong)random.Next((int)(Code / Page), (int)(Code / Page) + CodePages)),
            .. Enumerable
                .Range(0, 30)
                .Select(_ => (ulong)random.Next((int)(Data / Page), (int)(Data / Page) + DataPages)),
        ];

        IReadOnlyList<ElfProgramHeader> headers = new ElfFile(new ElfFile(SomeProgram()).WithApart(pages)).Headers;

        headers.Count.ShouldBeInRange(40, ElfFile.MostHeaders);
        (headers.Count * Marshal.SizeOf<ElfProgramHeader>()).ShouldBeLessThanOrEqualTo(4096);
    }

    [Theory]
    [InlineData(1u, true)]
    [InlineData(2u, false)]
    [InlineData(3u, false)]
    public void A_program_that_names_a_loader_or_a_library_is_not_static(uint kind, bool isStatic)
    {
        byte[] file = SomeProgram();
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(64 + 56), kind);
        new ElfFile(file).IsStatic.ShouldBe(isStatic);
    }

    [Fact]
    public void The_processor_is_read()
    {
        byte[] file = SomeProgram();
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x12), ElfFile.Arm64);
        new ElfFile(file).Machine.ShouldBe(ElfFile.Arm64);
    }

    private static byte Byte(byte[] file, ElfProgramHeader load, ulong address) =>
        address - load.Address < load.FileSize ? file[(int)(load.Offset + address - load.Address)] : (byte)0;

    private static ElfProgramHeader[] Loads(byte[] file) =>
        [.. new ElfFile(file).Headers.Where(static header => header.Kind == ElfProgramHeader.Load)];

    /// <summary>Three mappings as a linker lays them out, the last with zeroed memory behind it, and no two bytes alike nearby.</summary>
    private static byte[] SomeProgram()
    {
        const uint Executable = 5;
        const uint Writable = 6;
        const uint Stack = 0x6474e551;
        ulong codeSize = CodePages * Page;
        ulong dataSize = (DataPages * Page) - 700;
        byte[] file = new byte[Page + codeSize + dataSize];
        for (int i = 0; i < file.Length; i++)
        {
            file[i] = (byte)((i * 31) ^ (i >> 8) ^ (i >> 12));
        }

        ElfProgramHeader[] headers =
        [
            new(ElfProgramHeader.Table, ElfProgramHeader.Readable, 64, 0x400040, 0x400040, 6 * 56, 6 * 56, 8),
            new(ElfProgramHeader.Load, ElfProgramHeader.Readable, 0, 0x400000, 0x400000, Page, Page, Page),
            new(ElfProgramHeader.Load, Executable, Page, Code, Code, codeSize, codeSize, Page),
            new(ElfProgramHeader.Load, Writable, Page + codeSize, Data, Data, dataSize, dataSize + Zeroed, Page),
            new(
                ThreadLocals,
                Writable,
                Page + codeSize + (100 * Page),
                Data + (100 * Page),
                Data + (100 * Page),
                64,
                64,
                8
            ),
            new(Stack, Writable, 0, 0, 0, 0, 0, 16),
        ];
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(0x20), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x38), (ushort)headers.Length);
        MemoryMarshal.AsBytes(headers.AsSpan()).CopyTo(file.AsSpan(64));
        return file;
    }
}
