using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>A request that a dry run would have sent.</summary>
/// <param name="Request">The request.</param>
/// <param name="Before">What it is about, as it is now; undefined where that cannot be read.</param>
/// <param name="Contents">What is in what it removes, as <c>2 lists, 7 tasks</c>; null for nothing, or what is not removed.</param>
/// <param name="IsMade">Whether it makes something, so that <paramref name="Before"/> is the place where that will be.</param>
internal readonly record struct RehearsedWrite(
    ClickUpRequest Request,
    JsonElement Before,
    string? Contents,
    bool IsMade
);
