using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads where a shape's things show who wrote them.</summary>
internal static class AuthorParser
{
    /// <summary>The author; that of the parent where the shape says nothing of it.</summary>
    public static AuthorModel? Parse(
        SpecObject shape,
        AuthorModel? inherited,
        IReadOnlyList<ShapeFieldModel> fields,
        DiagnosticBag bag
    )
    {
        if (shape.Find("author") is not { } value)
        {
            return inherited;
        }

        if (SpecObject.Open(value, KnownKeys.Author, bag) is not { } spec)
        {
            return null;
        }

        var author = new AuthorModel(
            Paths(spec, "by", allowMapping: false, bag),
            Paths(spec, "names", allowMapping: true, bag),
            Paths(spec, "texts", allowMapping: true, bag)
        );
        string[] wrote = [.. author.Names, .. author.Texts];
        // What is no path is a mistake of its own.
        bool isRead = spec.Texts("by").Count == author.By.Count;
        string? problem =
            !isRead ? null
            : author.By.Count == 0 ? "needs a path in 'by'"
            : wrote.Length == 0 ? "needs a path in 'names' or 'texts'"
            : fields.Any(field => wrote.Any(path => First(path) == First(field.From))) ? null
            : "names no text that a field of the shape shows";
        if (problem is not null)
        {
            bag.Report(Descriptors.BadAuthor, value, problem);
            return null;
        }

        return author;
    }

    private static EquatableArray<string> Paths(SpecObject spec, string key, bool allowMapping, DiagnosticBag bag) =>
        spec.Texts(key).Select(path => FieldPath.Parse(path, allowMapping, bag)).OfType<string>().ToEquatableArray();

    private static string First(string path) => path.Split('.')[0].Replace("[]", "").Replace("{}", "");
}
