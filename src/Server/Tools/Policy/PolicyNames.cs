using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Policy;

/// <summary>Reads the comma-separated lists of a policy into bit sets, collecting every unknown name.</summary>
internal sealed class PolicyNames(CatalogView catalog)
{
    /// <summary>The most names of one list: more than there are tools, with all their aliases.</summary>
    private const int MostNames = 1_000;

    /// <summary>The most problems that are told: each looks for the name that was meant.</summary>
    private const int MostProblems = 20;

    private const int LongestShown = 64;

    private readonly List<string> _problems = [];
    private int _untold;

    /// <summary>Whether a list is given.</summary>
    public static bool Says(string? list) => list is not null;

    /// <summary>The tools named in a list, by name or alias.</summary>
    public ulong[] Tools(string option, string? list)
    {
        ulong[] bits = NewBits();
        foreach (string name in Split(option, list))
        {
            int index = catalog.Find(name);
            if (index >= 0)
            {
                Set(bits, index);
            }
            else
            {
                AddProblem(option, "tool", name, () => [.. Enumerable.Range(0, catalog.Count).Select(catalog.Name)]);
            }
        }

        return bits;
    }

    /// <summary>The tools of the categories named in a list.</summary>
    public ulong[] Categories(string option, string? list)
    {
        ulong[] bits = NewBits();
        foreach (string name in Split(option, list))
        {
            int category = IndexOf(name, catalog.CategoryNames);
            if (category < 0)
            {
                AddProblem(option, "category", name, () => catalog.CategoryNames.ToArray());
            }

            foreach (int index in Enumerable.Range(0, catalog.Count))
            {
                if (catalog.CategoryIndex(index) == category)
                {
                    Set(bits, index);
                }
            }
        }

        return bits;
    }

    /// <summary>The tools that the personas named in a list show, and those that they may call.</summary>
    public (ulong[] Listed, ulong[] Reached) Personas(string option, string? list)
    {
        (ulong[] listed, ulong[] reached) = (NewBits(), NewBits());
        foreach (string name in Split(option, list))
        {
            int persona = IndexOf(name, catalog.PersonaNames);
            if (persona < 0)
            {
                AddProblem(option, "persona", name, () => catalog.PersonaNames.ToArray());
                continue;
            }

            Add(catalog.PersonaTools(persona), listed);
            Add(catalog.PersonaReach(persona), reached);
        }

        return (listed, reached);
    }

    /// <summary>Ends the start when a name was unknown: a mistyped denial must not leave a tool open.</summary>
    public void ThrowIfAnyUnknown()
    {
        if (_problems.Count > 0)
        {
            throw new ActionableException(
                "The configuration names tools, categories or personas that do not exist.",
                next: _untold == 0 ? "Correct these names:" : $"Correct these names and {_untold} more:",
                options: _problems
            );
        }
    }

    /// <remarks>A list that names nothing is no list of everything: whoever sent it meant to narrow something.</remarks>
    private string[] Split(string option, string? list)
    {
        if (list is null)
        {
            return [];
        }

        if (list.AsSpan().Count(',') >= MostNames)
        {
            _problems.Add($"{option}: at most {MostNames} names");
            return [];
        }

        string[] names = list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0)
        {
            _problems.Add($"{option}: names nothing; leave it out, or name something");
        }

        return names;
    }

    // "Time Tracking", time-tracking and time_tracking are one category to whoever writes a configuration.
    private static int IndexOf(string name, ReadOnlySpan<string> names)
    {
        string normal = Normal(name);
        for (int index = 0; index < names.Length; index++)
        {
            if (Normal(names[index]).Equals(normal, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    private static string Normal(string name) => name.Replace(' ', '_').Replace('-', '_');

    private static void Add(ReadOnlySpan<ulong> tools, ulong[] bits)
    {
        for (int word = 0; word < tools.Length; word++)
        {
            bits[word] |= tools[word];
        }
    }

    private static void Set(ulong[] bits, int index) => bits[index / 64] |= 1UL << (index % 64);

    private ulong[] NewBits() => new ulong[(catalog.Count + 63) / 64];

    private void AddProblem(string option, string kind, string name, Func<string[]> names)
    {
        if (_problems.Count >= MostProblems)
        {
            _untold++;
            return;
        }

        string[] valid = names();
        string? closest = DidYouMean.Closest(name, valid);
        string hint =
            closest is not null ? $"did you mean \"{closest}\"?"
            : kind == "tool" ? "see the list of tools"
            : $"valid: {string.Join(", ", valid)}";
        _problems.Add($"{option}: no {kind} \"{name[..Math.Min(name.Length, LongestShown)]}\"; {hint}");
    }
}
