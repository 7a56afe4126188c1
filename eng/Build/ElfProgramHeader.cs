using System.Runtime.InteropServices;

namespace ClickUpMcp.Build;

/// <summary>One entry of the table that tells what of a file is mapped where.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct ElfProgramHeader(
    uint Kind,
    uint Rights,
    ulong Offset,
    ulong Address,
    ulong PhysicalAddress,
    ulong FileSize,
    ulong MemorySize,
    ulong Alignment
)
{
    public const uint Load = 1;
    public const uint Dynamic = 2;
    public const uint Interpreter = 3;
    public const uint Table = 6;
    public const uint Readable = 4;
}
