using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the table of the kinds whose names are found by listing all there are.</summary>
internal static class ListedKindsEmitter
{
    public const string FileName = "ListedKinds.g.cs";

    private const string Target = "target";

    public static string Emit(EquatableArray<EntityModel> entities)
    {
        SourceWriter writer = SourceWriter.ForFile(RuntimeNames.ResolutionNamespace);
        writer.Line(
            "/// <summary>The kinds whose names are found by listing all there are: how to ask, and what comes back.</summary>"
        );
        using (writer.Open("internal static class ListedKinds"))
        {
            writer.Line("/// <summary>The row of a kind.</summary>");
            writer.Line($"public static ListedKind Of(EntityKind kind) =>");
            using (writer.Indent())
            using (writer.Open("kind switch", "};"))
            {
                foreach (EntityModel entity in entities)
                {
                    if (entity.Listing is { } listing)
                    {
                        EmitRow(writer, entity, listing);
                    }
                }

                writer.Line(RuntimeNames.UnknownKind);
            }
        }

        return writer.ToString();
    }

    private static void EmitRow(SourceWriter writer, EntityModel entity, ListingModel listing)
    {
        string kind = "EntityKind." + entity.Kind;
        using (writer.Open($"{kind} => new({kind}, IdForm.{listing.IdForm})", "},"))
        {
            writer.Line($"Listings = [{string.Join(", ", listing.Places.Select(place => Request(listing, place)))}],");
            writer.Line($"Items = [{CSharpLiterals.Strings(listing.Items)}],");
            writer.Line($"Children = {CSharpLiterals.String(listing.Children)},");
            writer.Line($"Adjective = {Text(listing.Adjective)},");
            writer.Line($"Sigil = {Text(listing.Sigil)},");
            writer.Line($"Pagination = {ResponseEmitter.Pagination(listing.Pagination)},");
            string things = string.Join(", ", listing.BuiltIn.Select(thing => BuiltIn(entity, thing)));
            writer.Line($"BuiltIn = [{things}],");
        }
    }

    private static string Request(ListingModel listing, ListingPlaceModel place)
    {
        Operation operation = new(listing.Operation, place.Request);
        IEnumerable<string> arguments = operation
            .Parameters.Select(parameter => (parameter.Name, Value: Value(listing, place, parameter)))
            .Where(static argument => argument.Value is not null)
            .Select(static argument => $"{argument.Name}: {argument.Value}");
        string needs = CSharpLiterals.Boolean(
            operation.Parameters.Any(static parameter => parameter.Argument.Role == ArgumentRole.Workspace)
        );
        return $"new(EntityKind.{place.Kind}, {needs}, static {Target} => {operation.QualifiedName}({string.Join(", ", arguments)}))";
    }

    private static string? Value(ListingModel listing, ListingPlaceModel place, OperationParameter parameter)
    {
        if (parameter.Argument.Role == ArgumentRole.Workspace)
        {
            return $"new({Target}.WorkspaceId)";
        }

        if (listing.Arguments.FirstOrDefault(given => given.Name == parameter.Argument.Name) is { } constant)
        {
            return JsonConstant.IsString(constant.Json)
                ? CSharpLiterals.String(JsonConstant.Text(constant.Json))
                : constant.Json;
        }

        return parameter.IsRequired ? $"new({Target}.ParentId)" : null;
    }

    private static string BuiltIn(EntityModel entity, BuiltInModel thing) =>
        $"new({CSharpLiterals.Strings([thing.Id, thing.Name, "built-in " + entity.Noun])}, [])";

    private static string Text(string? value) => value is null ? "null" : CSharpLiterals.String(value);
}
