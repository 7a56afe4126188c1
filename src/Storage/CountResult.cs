using System.Runtime.InteropServices;

namespace ClickUpMcp.Storage;

/// <summary>What became of adding to a counter.</summary>
/// <param name="IsCounted">Whether it was added; false when it would have passed the limit, and then nothing was.</param>
/// <param name="Total">What the counter says now.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CountResult(bool IsCounted, long Total);
