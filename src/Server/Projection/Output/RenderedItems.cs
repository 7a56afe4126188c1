using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>A result that can be written in several layouts and at several detail levels; each level is projected once.</summary>
/// <param name="shape">The fields there are.</param>
/// <param name="options">Fields that the caller named: they have no levels.</param>
internal abstract class RenderedItems(ShapeDefinition shape, OutputOptions options)
{
    /// <summary>Whether something shorter exists.</summary>
    public bool HasLevelBelow(DetailLevel level) => level > DetailLevel.Names && options.Fields.Count == 0;

    /// <summary>Writes everything that the level shows.</summary>
    public abstract string Write(Layout layout, DetailLevel level, string? note);

    /// <summary>Writes so much of the level as fits if the caller can have the rest afterwards; null if not.</summary>
    /// <param name="layout">How.</param>
    /// <param name="level">The level.</param>
    /// <param name="limit">The longest result.</param>
    /// <param name="note">What to say of it, to be continued with what to do.</param>
    public virtual string? WriteSome(Layout layout, DetailLevel level, ByteLimit limit, string note) => null;

    /// <summary>Writes as much as fits, when not even the lowest level does.</summary>
    /// <param name="layout">How.</param>
    /// <param name="level">The lowest level there is.</param>
    /// <param name="limit">The longest result.</param>
    /// <param name="note">What to say of it, to be continued with what to do.</param>
    public abstract string WriteWithin(Layout layout, DetailLevel level, ByteLimit limit, string note);

    /// <summary>Whether the level shows raw items.</summary>
    protected bool IsRaw(DetailLevel level) => level == DetailLevel.Full && options.Fields.Count == 0;

    /// <summary>The raw item without credentials that the shape does not show.</summary>
    protected JsonElement Publishable(JsonElement item) => Credentials.Without(item, shape);

    /// <summary>The fields that the level shows, or those that the caller named.</summary>
    protected ShapeField[] Fields(DetailLevel level) => FieldSelection.Choose(shape, level, options);
}
