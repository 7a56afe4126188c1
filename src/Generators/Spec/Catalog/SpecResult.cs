using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>What came of the whole spec.</summary>
/// <param name="Catalog">The models; null when the project has no spec at all.</param>
/// <param name="Diagnostics">Everything that is wrong, in the order of the text.</param>
/// <param name="Handlers">Handlers whose classes must exist.</param>
internal sealed record SpecResult(
    CatalogModel? Catalog,
    EquatableArray<DiagnosticInfo> Diagnostics,
    EquatableArray<HandlerUse> Handlers
);
