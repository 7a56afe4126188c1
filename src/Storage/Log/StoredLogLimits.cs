using System.Runtime.InteropServices;

namespace ClickUpMcp.Storage;

/// <summary>How much of a log in a store is kept, and for how long.</summary>
/// <param name="Bytes">All entries together; 0 is no limit.</param>
/// <param name="Age">Since an entry was written, and no longer than its kind lives.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoredLogLimits(long Bytes, TimeSpan Age);
