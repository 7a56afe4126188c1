using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ClickUpMcp.Build;

/// <summary>A 64-bit executable that is loaded at a fixed address.</summary>
internal sealed class ElfFile(byte[] content)
{
    public const ulong PageSize = 4096;

    /// <summary>As many as fit on a page: most kernels in use, and gVisor, start no program that has more (<c>load_elf_phdrs</c>).</summary>
    public const int MostHeaders = 4096 / 56;

    /// <summary>Pages in between that cost less to map along than another mapping would.</summary>
    private const ulong LeastBetween = 8;

    /// <summary>The processor, as the format numbers it.</summary>
    public const ushort X64 = 62;

    /// <inheritdoc cref="X64"/>
    public const ushort Arm64 = 183;

    private const int MachineOffset = 0x12;
    private const int TableOffset = 0x20;
    private const int SectionsOffset = 0x28;
    private const int TableCount = 0x38;
    private const int SectionsCount = 0x3c;

    /// <summary>The processor that it is for.</summary>
    public ushort Machine => BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(MachineOffset));

    /// <summary>Whether it needs no other file to be loaded.</summary>
    public bool IsStatic =>
        Headers.All(static header => header.Kind is not (ElfProgramHeader.Dynamic or ElfProgramHeader.Interpreter));

    public IReadOnlyList<ElfProgramHeader> Headers =>
        MemoryMarshal
            .Cast<byte, ElfProgramHeader>(
                content.AsSpan((int)BinaryPrimitives.ReadUInt64LittleEndian(content.AsSpan(TableOffset)))
            )[..BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(TableCount))]
            .ToArray();

    /// <summary>The same program, mapped so that touching one of some pages brings no other page into memory.</summary>
    /// <remarks>
    /// Linux maps up to 16 pages around one that is touched, but none beyond its mapping. So runs of the pages become mappings of their
    /// own; they lie at the end of the file, which keeps the kernel from joining a run with what lies around it. Addresses do not change.
    /// The table of sections would tell where the parts of the file were, so there is none afterwards.
    /// </remarks>
    public byte[] WithApart(IReadOnlySet<ulong> pages)
    {
        var loads = Headers.Where(header => header.Kind == ElfProgramHeader.Load).ToList();
        ElfProgramHeader[] others =
        [
            .. Headers.Where(header => header.Kind is not (ElfProgramHeader.Load or ElfProgramHeader.Table)),
        ];

        // The first one stays: the kernel reads the interpreter's name by its place in the file, and older kernels find the table of
        // headers by its offset from there.
        var result = new List<byte>(content[..(int)(loads[0].Offset + loads[0].FileSize)]);
        var cut = Cut(loads, pages, MostHeaders - others.Length - 3);
        var moved = Place(cut, isApart: false, result);
        // A page in between, since the last of these and the first of those may follow each other in memory too.
        result.AddRange(new byte[PageSize]);
        moved.AddRange(Place(cut, isApart: true, result));
        ElfProgramHeader[] pieces = [loads[0], .. moved.OrderBy(piece => piece.Address)];

        var distance = loads[0].Address - loads[0].Offset;
        Pad(result);
        while (distance + (ulong)result.Count < loads[^1].Address + loads[^1].MemorySize)
        {
            result.AddRange(new byte[PageSize]);
        }

        var at = (ulong)result.Count;
        var count = others.Length + pieces.Length + 2;
        var size = (ulong)(count * Marshal.SizeOf<ElfProgramHeader>());
        var table = new ElfProgramHeader(
            ElfProgramHeader.Table,
            ElfProgramHeader.Readable,
            at,
            distance + at,
            distance + at,
            size,
            size,
            8
        );
        ElfProgramHeader[] headers =
        [
            table,
            .. others.Where(header => header.Kind == ElfProgramHeader.Interpreter),
            .. pieces,
            table with
            {
                Kind = ElfProgramHeader.Load,
                Alignment = PageSize,
            },
            .. others
                .Where(header => header.Kind != ElfProgramHeader.Interpreter)
                .Select(header => Moved(header, pieces)),
        ];
        result.AddRange(MemoryMarshal.AsBytes(headers.AsSpan()));
        byte[] file = [.. result];
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(TableOffset), at);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(TableCount), (ushort)headers.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(SectionsOffset), 0);
        file.AsSpan(SectionsCount, 2 * sizeof(ushort)).Clear();
        return file;
    }

    /// <summary>Cuts all mappings but the first, into as few pieces as are allowed.</summary>
    private static List<(ElfProgramHeader Piece, bool IsApart)> Cut(
        List<ElfProgramHeader> loads,
        IReadOnlySet<ulong> pages,
        int most
    )
    {
        for (var between = LeastBetween; ; between++)
        {
            List<(ElfProgramHeader Piece, bool IsApart)> pieces =
            [
                .. loads.Skip(1).SelectMany(load => Cut(load, pages, between)),
            ];
            if (pieces.Count <= most)
            {
                return pieces;
            }
        }
    }

    /// <summary>Cuts a mapping around the pages; its last page stays with what is zeroed behind it.</summary>
    private static List<(ElfProgramHeader Piece, bool IsApart)> Cut(
        ElfProgramHeader load,
        IReadOnlySet<ulong> pages,
        ulong between
    )
    {
        List<(ElfProgramHeader Piece, bool IsApart)> pieces = [];
        var end = load.Address + load.FileSize;
        var from = load.Address;
        foreach (
            var (first, last) in Runs(
                pages.Where(page => page >= load.Address / PageSize && page < end / PageSize),
                between
            )
        )
        {
            var start = Math.Max(first * PageSize, load.Address);
            if (start > from)
            {
                pieces.Add((Piece(from, start, start), false));
            }

            from = (last + 1) * PageSize;
            pieces.Add((Piece(start, from, from), true));
        }

        if (from < load.Address + load.MemorySize)
        {
            pieces.Add((Piece(from, end, load.Address + load.MemorySize), false));
        }

        return pieces;

        ElfProgramHeader Piece(ulong start, ulong stop, ulong memoryStop) =>
            load with
            {
                Offset = load.Offset + start - load.Address,
                Address = start,
                PhysicalAddress = start,
                FileSize = stop - start,
                MemorySize = memoryStop - start,
                Alignment = PageSize,
            };
    }

    /// <summary>Appends the content of pieces, each as far from the start of a page as in memory.</summary>
    private List<ElfProgramHeader> Place(
        List<(ElfProgramHeader Piece, bool IsApart)> pieces,
        bool isApart,
        List<byte> file
    )
    {
        List<ElfProgramHeader> placed = [];
        foreach (var (piece, _) in pieces.Where(piece => piece.IsApart == isApart))
        {
            Pad(file);
            file.AddRange(new byte[piece.Address % PageSize]);
            placed.Add(piece with { Offset = (ulong)file.Count });
            file.AddRange(content.AsSpan((int)piece.Offset, (int)piece.FileSize));
        }

        return placed;
    }

    /// <summary>A header of something within the pieces, with its place in the file as it is now.</summary>
    private static ElfProgramHeader Moved(ElfProgramHeader header, ElfProgramHeader[] pieces)
    {
        var piece = Array.Find(
            pieces,
            piece => header.Address >= piece.Address && header.Address < piece.Address + piece.FileSize
        );
        return piece.Kind == ElfProgramHeader.Load
            ? header with
            {
                Offset = piece.Offset + header.Address - piece.Address,
            }
            : header;
    }

    private static List<(ulong First, ulong Last)> Runs(IEnumerable<ulong> pages, ulong between)
    {
        List<(ulong First, ulong Last)> runs = [];
        foreach (var page in pages.Order())
        {
            if (runs.Count > 0 && page - runs[^1].Last <= between)
            {
                runs[^1] = (runs[^1].First, page);
            }
            else
            {
                runs.Add((page, page));
            }
        }

        return runs;
    }

    private static void Pad(List<byte> bytes) =>
        bytes.AddRange(new byte[(PageSize - ((ulong)bytes.Count % PageSize)) % PageSize]);
}
