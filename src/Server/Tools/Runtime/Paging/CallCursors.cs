using ClickUpMcp.Api.Paging;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The cursors of one call, which continue a call of the same owner, tool and arguments, and no other.</summary>
/// <param name="codec">Seals them.</param>
/// <param name="tool">The tool's name.</param>
/// <param name="arguments">Writes the arguments that say what is listed.</param>
internal sealed class CallCursors(CursorCodec codec, string tool, Func<ReadOnlyMemory<byte>> arguments)
{
    private byte[]? _binding;

    private byte[] Binding => _binding ??= codec.Bind(tool, arguments().Span);

    public string Encode(PagePosition position, PaginationStyle style) => codec.Encode(position, style, Binding);

    /// <summary>The position that a cursor stands for.</summary>
    /// <exception cref="Errors.ActionableException">The cursor is not one of this call, or it has expired.</exception>
    public PagePosition Decode(string cursor, PageWalker walker)
    {
        PagePosition position = codec.Decode(cursor, walker.Style, Binding);
        // Processes of two versions may share a key while one replaces the other.
        return position.Offset >= 0 && walker.Accepts(position) ? position : throw CursorCodec.Foreign();
    }
}
