using ClickUpMcp.Driver;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;

namespace ClickUpMcp.SpecDiff;

/// <summary>The spec as the generator reads it.</summary>
/// <param name="Requests">Every request of every entry.</param>
/// <param name="Unbound">What no request binds, of all operations.</param>
internal sealed record SpecDocument(IReadOnlyList<SpecRequest> Requests, IReadOnlyList<ExcuseModel> Unbound)
{
    /// <summary>Reads the spec of this repository.</summary>
    /// <exception cref="InvalidDataException">It has errors; the build names them with their places.</exception>
    public static SpecDocument Read() =>
        Parse(
            Directory
                .EnumerateFiles(Repository.At("spec", "tools"), "*.json")
                .Prepend(Repository.At("spec", "clickup-tools.json"))
                .Select(path => SpecFile.Read(path, File.ReadAllText(path)))
        );

    public static SpecDocument Parse(IEnumerable<SpecFile> files)
    {
        var result = SpecParser.Parse([.. files]);
        if (result.Catalog is not { } catalog || catalog.Tools.Any(tool => tool.IsStub))
        {
            throw new InvalidDataException(
                $"The spec has errors; build it first. {string.Join('\n', result.Diagnostics.Select(d => d.ToDiagnostic()))}"
            );
        }

        return new SpecDocument([.. catalog.Tools.SelectMany(SpecRequest.Of)], [.. catalog.Unbound]);
    }
}
