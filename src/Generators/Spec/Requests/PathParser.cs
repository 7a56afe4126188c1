using System.Text;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads paths such as <c>/task/{task}/comment</c>.</summary>
internal static class PathParser
{
    /// <summary>What is wrong with a path's form; null when nothing is.</summary>
    public static string? FindProblem(string path)
    {
        bool inside = false;
        foreach (char c in path)
        {
            if (c is '{' or '}')
            {
                if (inside == (c == '{'))
                {
                    return "has unbalanced braces";
                }

                inside = c == '{';
            }
            else if (c is '?' or '#' || c <= ' ' || c > '~')
            {
                return "has a character that does not belong into a path";
            }
        }

        return !path.StartsWith("/", StringComparison.Ordinal) ? "does not start with a slash"
            : inside ? "has unbalanced braces"
            : path.Contains("//") || path.Contains("{}") ? "has an empty segment"
            : null;
    }

    /// <summary>The literal and bound parts of a well-formed path.</summary>
    /// <param name="path">The path with its prefix.</param>
    /// <param name="where">Where it is written.</param>
    /// <param name="arguments">What placeholders may name.</param>
    /// <param name="isGiven">Whether an optional argument is there whenever the request is sent.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static EquatableArray<PathPartModel> Parse(
        string path,
        JsonValue where,
        ToolArguments arguments,
        Func<string, bool> isGiven,
        DiagnosticBag bag
    )
    {
        var parts = new List<PathPartModel>();
        var literal = new StringBuilder();
        string[] pieces = path.Split('{', '}');
        for (int i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                literal.Append(pieces[i]);
                continue;
            }

            if (Bind(pieces[i], where, arguments, isGiven, bag) is { } binding)
            {
                parts.Add(new PathPartModel(literal.ToString(), null));
                parts.Add(new PathPartModel(null, binding));
                literal.Clear();
            }
        }

        if (literal.Length > 0)
        {
            parts.Add(new PathPartModel(literal.ToString(), null));
        }

        return parts.Where(p => p.Literal != "").ToEquatableArray();
    }

    private static BindingModel? Bind(
        string name,
        JsonValue where,
        ToolArguments arguments,
        Func<string, bool> isGiven,
        DiagnosticBag bag
    )
    {
        if (arguments.FindBindable(name) is not { } argument)
        {
            string hint = Suggestion.For(name, arguments.BindableNames);
            bag.Report(Descriptors.UnboundPlaceholder, where, name, arguments.Tool, hint);
            return null;
        }

        arguments.MarkUsed(name);
        if (argument.Type.Kind is not (TypeKind.String or TypeKind.Integer or TypeKind.Enum or TypeKind.Entity))
        {
            bag.Report(Descriptors.NotASegment, where, name, argument.Type.Kind.ToString().ToLowerInvariant());
        }
        else if (argument is { Required: false, Default: null, Role: ArgumentRole.Declared } && !isGiven(name))
        {
            bag.Report(Descriptors.OptionalSegment, where, name);
        }

        return new BindingModel(null, name, null);
    }
}
