// Lets the compiler accept init accessors and records on netstandard2.0.
namespace System.Runtime.CompilerServices;

/// <summary>Marker the compiler looks for.</summary>
internal static class IsExternalInit;
