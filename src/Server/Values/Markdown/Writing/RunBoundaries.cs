namespace ClickUpMcp.Values;

/// <summary>Moves the ends of marks to where Markdown can have them: at text, not at white space, and at words not behind a sign.</summary>
internal static class RunBoundaries
{
    private const int Rounds = 2;

    /// <summary>The runs, neighbours with the same marks as one.</summary>
    public static List<TextRun> Even(List<TextRun> runs)
    {
        if (runs.TrueForAll(static run => run.Marks == TextMarks.None && run.Link is null))
        {
            return Trimmed(Merge(runs));
        }

        List<TextRun> even = Merge(Space(Merge(Plain(Merge(runs)))));

        // What one mark loses may be what another one stood beside.
        for (int round = 0; round < Rounds; round++)
        {
            foreach (TextMarks mark in (ReadOnlySpan<TextMarks>)[TextMarks.Strike, TextMarks.Italic, TextMarks.Bold])
            {
                even = Merge(Space(Merge(Trim(even, mark))));
            }
        }

        return Trimmed(even);
    }

    private static List<TextRun> Trimmed(List<TextRun> runs)
    {
        if (runs.Count > 0 && !IsCode(runs[0]))
        {
            runs[0] = runs[0] with { Text = runs[0].Text.TrimStart() };
        }

        if (runs.Count > 0 && !IsCode(runs[^1]))
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd() };
        }

        runs.RemoveAll(static run => run.Text.Length == 0);
        return runs;
    }

    // Code that is blank, or stands behind a backtick, cannot be written as such.
    private static List<TextRun> Plain(List<TextRun> runs)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            bool isAfterTick = i > 0 && !IsCode(runs[i - 1]) && runs[i - 1].Text.EndsWith('`');
            if (isAfterTick || string.IsNullOrWhiteSpace(runs[i].Text))
            {
                runs[i] = runs[i] with { Marks = runs[i].Marks & ~TextMarks.Code };
            }
        }

        return runs;
    }

    private static List<TextRun> Merge(List<TextRun> runs)
    {
        List<TextRun> merged = [];
        foreach (TextRun run in runs)
        {
            if (run.Text.Length == 0)
            {
                continue;
            }

            if (merged.Count > 0 && merged[^1].Marks == run.Marks && merged[^1].Link == run.Link)
            {
                merged[^1] = run with { Text = merged[^1].Text + run.Text };
            }
            else
            {
                merged.Add(run);
            }
        }

        return merged;
    }

    // White space at the edge of a mark does without it.
    private static List<TextRun> Space(List<TextRun> runs)
    {
        List<TextRun> split = [];
        foreach (TextRun run in runs)
        {
            bool isPlain = run.Marks == TextMarks.None && run.Link is null;
            if (isPlain || IsCode(run) || string.IsNullOrWhiteSpace(run.Text))
            {
                split.Add(run);
                continue;
            }

            int start = run.Text.Length - run.Text.TrimStart().Length;
            int end = run.Text.TrimEnd().Length;
            split.Add(run with { Text = run.Text[..start] });
            split.Add(run with { Text = run.Text[start..end] });
            split.Add(run with { Text = run.Text[end..] });
        }

        split.RemoveAll(static run => run.Text.Length == 0);
        for (int i = 0; i < split.Count; i++)
        {
            split[i] = Shared(split[i], i > 0 ? split[i - 1] : default);
        }

        for (int i = split.Count - 1; i >= 0; i--)
        {
            split[i] = Shared(split[i], i + 1 < split.Count ? split[i + 1] : default);
        }

        return split;
    }

    private static TextRun Shared(TextRun run, TextRun neighbour) =>
        !string.IsNullOrWhiteSpace(run.Text) ? run
        : run.Link != neighbour.Link ? new TextRun(run.Text, TextMarks.None, Link: null)
        : run with { Marks = run.Marks & neighbour.Marks & ~TextMarks.Code };

    // A mark that begins or ends at a sign within a word would not be read as one: the sign goes without.
    private static List<TextRun> Trim(List<TextRun> runs, TextMarks mark)
    {
        List<TextRun> result = [.. runs];
        for (int i = 0; i < result.Count; i++)
        {
            bool begins = Has(result, i, mark) && !Continues(result, i, i - 1, mark);
            if (begins && i > 0 && IsWord(result[i - 1], isEnd: true) && result[i - 1].Link == result[i].Link)
            {
                if (HasOther(result, i, i - 1, mark))
                {
                    Clear(result, i, mark);
                }
                else
                {
                    Shorten(result, i, mark, isEnd: false);
                }
            }

            bool ends = Has(result, i, mark) && !Continues(result, i, i + 1, mark);
            if (
                ends
                && i + 1 < result.Count
                && IsWord(result[i + 1], isEnd: false)
                && result[i + 1].Link == result[i].Link
            )
            {
                if (HasOther(result, i, i + 1, mark))
                {
                    ClearBack(result, i, mark);
                }
                else
                {
                    Shorten(result, i, mark, isEnd: true);
                }
            }
        }

        return result;
    }

    private static bool IsCode(TextRun run) => (run.Marks & TextMarks.Code) != TextMarks.None;

    private static bool Has(List<TextRun> runs, int at, TextMarks mark) => (runs[at].Marks & mark) != TextMarks.None;

    private static bool Continues(List<TextRun> runs, int at, int other, TextMarks mark) =>
        other >= 0 && other < runs.Count && Has(runs, other, mark) && runs[other].Link == runs[at].Link;

    // Whether a struck out text begins or ends where something else does, too.
    private static bool HasOther(List<TextRun> runs, int at, int other, TextMarks mark) =>
        mark == TextMarks.Strike && (runs[at].Marks & ~runs[other].Marks & ~mark) != TextMarks.None;

    private static void Clear(List<TextRun> runs, int at, TextMarks mark)
    {
        string? link = runs[at].Link;
        for (int i = at; i < runs.Count && Has(runs, i, mark) && runs[i].Link == link; i++)
        {
            runs[i] = runs[i] with { Marks = runs[i].Marks & ~mark };
        }
    }

    private static void ClearBack(List<TextRun> runs, int at, TextMarks mark)
    {
        string? link = runs[at].Link;
        for (int i = at; i >= 0 && Has(runs, i, mark) && runs[i].Link == link; i--)
        {
            runs[i] = runs[i] with { Marks = runs[i].Marks & ~mark };
        }
    }

    private static void Shorten(List<TextRun> runs, int at, TextMarks mark, bool isEnd)
    {
        TextRun run = runs[at];
        int signs = 0;
        while (signs < run.Text.Length && !char.IsLetterOrDigit(run.Text[isEnd ? ^(signs + 1) : signs]))
        {
            signs++;
        }

        if (IsCode(run) || signs == run.Text.Length)
        {
            runs[at] = run with { Marks = run.Marks & ~mark };
        }
        else if (signs > 0)
        {
            int cut = isEnd ? run.Text.Length - signs : signs;
            TextMarks without = run.Marks & ~mark;
            runs[at] = run with { Text = run.Text[..cut], Marks = isEnd ? run.Marks : without };
            runs.Insert(at + 1, run with { Text = run.Text[cut..], Marks = isEnd ? without : run.Marks });
        }
    }

    // All but white space and the signs of ASCII may be taken for a letter.
    private static bool IsWord(TextRun run, bool isEnd)
    {
        char sign = run.Text[isEnd ? ^1 : 0];
        return !IsCode(run) && (char.IsLetterOrDigit(sign) || (sign > '\u007F' && !char.IsWhiteSpace(sign)));
    }
}
