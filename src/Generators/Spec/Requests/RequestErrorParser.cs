using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads what errors mean for one request, by their code or status.</summary>
internal static class RequestErrorParser
{
    public static EquatableArray<RequestErrorModel> Parse(SpecObject request) =>
        request
            .Members("errors")
            .Select(member => Parse(member, request.Bag))
            .OfType<RequestErrorModel>()
            .ToEquatableArray();

    private static RequestErrorModel? Parse(JsonMember member, DiagnosticBag bag)
    {
        if (!IsStatus(member.Name) && !IsCode(member.Name))
        {
            bag.Report(Descriptors.BadErrorCode, member.Key, member.Name);
        }

        if (SpecObject.Open(member.Value, KnownKeys.Error, bag) is not { } spec)
        {
            return null;
        }

        string? what = spec.RequiredText("what")?.Text;
        string? next = spec.RequiredText("next")?.Text;
        return what is null || next is null
            ? null
            : new RequestErrorModel(member.Name, what, spec.Text("why")?.Text, next);
    }

    private static bool IsStatus(string name) =>
        name.Length == 3 && name[0] is '4' or '5' && name.All(static c => c is >= '0' and <= '9');

    // As the runtime takes a code for one only when it reads like this.
    private static bool IsCode(string name) =>
        name.Length is > 3 and <= 40 && name.All(static c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
