using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Tests.Emit;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>Tools with one argument each, so that every constraint meets every edge many times.</summary>
internal static class SmallTools
{
    public const string Prefix = "small_";

    private static readonly StringFormat[] Formats = [.. Enum.GetValues<StringFormat>().Skip(1)];
    private static readonly TypeModel Number = SampleModels.Of(TypeKind.Number);

    public static IEnumerable<ToolModel> All =>
        Types()
            .Select(
                static (type, index) =>
                    new ToolModel
                    {
                        Name = $"{Prefix}{index}",
                        Category = "task",
                        Scope = "Read",
                        Arguments = new([SampleModels.Argument("x", type, required: true), SampleModels.Workspace]),
                        Requests = new([new RequestModel("Small", "GET", new([new("/x", null)]), default, null, null)]),
                    }
            );

    private static IEnumerable<TypeModel> Types() =>
        [
            .. Formats.Select(static format => SampleModels.Text(format: format)),
            SampleModels.Text(4, minLength: 2),
            Number with
            {
                Minimum = "-1.5",
                Maximum = "0.1e1",
            },
            SampleModels.Of(TypeKind.Integer) with
            {
                Minimum = "-2",
                Maximum = "3",
            },
            SampleModels.Of(TypeKind.Integer),
            SampleModels.Enum(new("high", "1"), new("Höhe", "2")),
            SampleModels.Entity("Task"),
            SampleModels.Of(TypeKind.Boolean),
            Pair("SmallPair"),
            Few(SampleModels.Text()),
            Few(Number),
            Few(Pair("SmallItem")),
            Few(SampleModels.ArrayOf(Number)),
            Few(SampleModels.Of(TypeKind.Json)),
            SampleModels.Of(TypeKind.Json) with
            {
                Holds = "Object",
            },
            SampleModels.Of(TypeKind.Json) with
            {
                Holds = "Objects",
            },
        ];

    private static TypeModel Pair(string record) =>
        SampleModels.Object(
            record,
            SampleModels.Argument("a", Number),
            SampleModels.Argument("b", SampleModels.Of(TypeKind.Boolean), required: true)
        );

    private static TypeModel Few(TypeModel items) =>
        SampleModels.ArrayOf(items) with
        {
            MinItems = 2,
            MaxItems = 3,
            UniqueItems = true,
        };
}
