using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.MutationBenchmark;

/// <summary>Finds in a mutated source which lines belong to which mutant.</summary>
internal static class MutantPlaces
{
    /// <summary>The lines, from 1, of every question for a mutant and what it chooses between.</summary>
    /// <param name="root">The mutated source.</param>
    /// <param name="addedLines">Lines that stand before it in the file.</param>
    public static List<(int FirstLine, int LastLine, int Id)> Of(SyntaxNode root, int addedLines)
    {
        List<(int, int, int)> places = [];
        foreach (InvocationExpressionSyntax call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression.ToString() != MutantSwitch.Question)
            {
                continue;
            }

            // The question is part of a negation, a comparison or a choice, in parentheses or the head of a statement.
            SyntaxNode place = call.Ancestors()
                .First(static outer => outer is ParenthesizedExpressionSyntax or IfStatementSyntax);
            LinePositionSpan lines = place.GetLocation().GetLineSpan().Span;
            places.Add(
                (
                    lines.Start.Line + 1 + addedLines,
                    lines.End.Line + 1 + addedLines,
                    int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture)
                )
            );
        }

        return places;
    }
}
