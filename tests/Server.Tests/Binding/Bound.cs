using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tests.Binding;

/// <summary>Binds JSON text and keeps what came of it.</summary>
internal sealed class Bound
{
    private Bound(ArgumentErrors errors) => Errors = errors;

    public ArgumentErrors Errors { get; }

    public bool IsAccepted => !Errors.Any;

    /// <summary>Each error as <c>path: message</c>.</summary>
    public string[] Lines => [.. Errors.Errors.Select(static e => $"{e.Path}: {e.Message}")];

    /// <summary>Binds an object with the emitted binders' calls.</summary>
    public static Bound Object(string json, Action<ArgumentReader> bind)
    {
        ArgumentErrors errors = new();
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
        ArgumentReader reader = new(document.RootElement, errors);
        bind(reader);
        reader.Complete().ShouldBe(!errors.Any);
        return new Bound(errors);
    }

    /// <summary>Binds one value, named <c>x</c>.</summary>
    public static Bound Value(string json, Action<ArgumentValue> read) =>
        Object($$"""{"x":{{json}}}""", reader => read(reader.Required("x")));
}
