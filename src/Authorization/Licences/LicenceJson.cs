using System.Text.Json.Serialization;

namespace ClickUpMcp.Authorization.Licences;

/// <summary>How licences are written.</summary>
[JsonSerializable(typeof(Licence))]
internal sealed partial class LicenceJson : JsonSerializerContext;
