metadata description = 'One private door to one service, and its name in the network.'

param name string
param location string
param tags object
param targetId string

@description('Which part of the target, such as blob or vault.')
param group string

@description('The private zone of that part, such as privatelink.vaultcore.azure.net.')
param zoneName string
param subnetId string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {
  name: zoneName
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: group, properties: { privateLinkServiceId: targetId, groupIds: [group] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: zone.id } }] }
  }
}
