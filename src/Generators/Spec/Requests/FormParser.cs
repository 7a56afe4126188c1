using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the parts of a multipart body: texts, and files with their names.</summary>
internal sealed class FormParser(ToolArguments arguments, BindingParser bindings)
{
    public EquatableArray<FormPartModel> Parse(SpecObject request, string method)
    {
        if (request.Find("form") is not { } form)
        {
            return default;
        }

        if (method == "GET")
        {
            request.Bag.Report(Descriptors.BodyOnGet, form);
        }
        else if (request.Has("body"))
        {
            request.Bag.Report(Descriptors.BodyAndForm, request.Key("form"));
        }

        return request
            .Members("form")
            .Select(member => Parse(member, request.Bag))
            .OfType<FormPartModel>()
            .ToEquatableArray();
    }

    private FormPartModel? Parse(JsonMember member, DiagnosticBag bag)
    {
        if (member.Value.Kind == JsonKind.String)
        {
            return Text(member.Value, member.Name, bag) is { } text ? new FormPartModel(member.Name, text, null) : null;
        }

        if (
            SpecObject.Open(member.Value, KnownKeys.FormFile, bag) is not { } spec
            || spec.RequiredText("file") is not { } file
            || spec.RequiredText("name") is not { } name
            || bindings.Parse(file) is not { } content
            || Text(name, member.Name, bag) is not { } fileName
        )
        {
            return null;
        }

        if (KindOf(content) == TypeKind.File)
        {
            return new FormPartModel(member.Name, content, fileName);
        }

        bag.Report(Descriptors.BadFormPart, file, member.Name, "'file' must name an argument of type file");
        return null;
    }

    private BindingModel? Text(JsonValue value, string part, DiagnosticBag bag)
    {
        if (bindings.Parse(value) is not { } binding)
        {
            return null;
        }

        if (binding.Constant is not null || KindOf(binding) is TypeKind.String or TypeKind.Text)
        {
            return binding;
        }

        bag.Report(
            Descriptors.BadFormPart,
            value,
            part,
            "a text must be a constant or an argument of type string or text"
        );
        return null;
    }

    private TypeKind? KindOf(BindingModel binding) =>
        binding is { Argument: { } name, Property: null } ? arguments.FindBindable(name)?.Type.Kind : null;
}
