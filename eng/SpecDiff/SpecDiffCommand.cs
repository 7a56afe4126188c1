using System.Text.Json;
using ClickUpMcp.OpenApi;

namespace ClickUpMcp.SpecDiff;

/// <summary>The verb <c>spec-diff</c>: reads the documents, compares, reports.</summary>
internal static class SpecDiffCommand
{
    private const string Usage = """
        ./build.sh spec-diff [DOCUMENT…] [--against OLDER]

        DOCUMENT and OLDER are OpenAPI documents in JSON, or folders of openapi-*.json. Without DOCUMENT, ClickUp's own.
        """;

    /// <returns>0 when nothing differs but what is excused; 1 otherwise; 2 for wrong arguments.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (SpecDiffOptions.Parse(arguments) is not { } options)
        {
            errors.WriteLine(Usage);
            return 2;
        }

        try
        {
            return Run(options, output);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException or KeyNotFoundException)
        {
            errors.WriteLine(e.Message);
            return 1;
        }
    }

    private static int Run(SpecDiffOptions options, TextWriter output)
    {
        var documented = OfficialDocuments.Read(
            options.Documents.Count == 0 ? Files([OfficialDocuments.Folder]) : Files(options.Documents)
        );
        if (options.Against.Count > 0)
        {
            Report.Write(
                DocumentComparison.Compare(OfficialDocuments.Read(Files(options.Against)), documented),
                output
            );
        }

        var spec = SpecDocument.Read();
        var comparison = SpecComparison.Compare(spec, documented);
        Report.Write(documented, comparison, output);
        return comparison.Differences.Count == 0 ? 0 : 1;
    }

    private static List<string> Files(IReadOnlyList<string> paths)
    {
        List<string> files =
        [
            .. paths.SelectMany(path => Directory.Exists(path) ? OfficialDocuments.FilesIn(path) : [path]),
        ];
        return files.Count > 0
            ? files
            : throw new InvalidDataException($"There is no OpenAPI document in {string.Join(", ", paths)}.\n\n{Usage}");
    }
}
