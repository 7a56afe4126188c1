using System.Buffers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ClickUpMcp.Values;

/// <summary>What Markdig is given to parse: where it would take more than linear time, text stays literal.</summary>
/// <remarks>
/// For each sign that could open a mark the parser may walk over all marks that are open, and over the rest of the paragraph. So both
/// are bounded for each paragraph, as is how deeply quotes and lists are nested.
/// </remarks>
internal static class TextBounds
{
    private const int MostMarks = 1_000;
    private const long MostSteps = 4_000_000;
    private const int MostContainers = 24;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~`[]<\\");

    /// <summary>Leaves a block's text literal where its marks are too many.</summary>
    public static void Apply(LeafBlock block)
    {
        int marks = 0;
        long length = 0;
        for (int i = 0; i < block.Lines.Count; i++)
        {
            ReadOnlySpan<char> line = block.Lines.Lines[i].Slice.AsSpan();
            length += line.Length;
            for (int at = line.IndexOfAny(Marks); at >= 0; at = line.IndexOfAny(Marks))
            {
                marks++;
                line = line[(at + 1)..];
            }
        }

        block.ProcessInlines = marks <= MostMarks && marks * length <= MostSteps;
    }

    /// <summary>Whether one more quote or list may begin here.</summary>
    public static bool MayNest(BlockProcessor processor)
    {
        int depth = 0;
        for (ContainerBlock? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            depth++;
        }

        return depth < MostContainers;
    }
}
